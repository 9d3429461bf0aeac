namespace Publish.Codes;

/// <summary>An error a person can act on: it carries one or more findings and never a value from an input file.</summary>
public sealed class CodedException : Exception
{
    /// <summary>Creates the exception for one finding.</summary>
    /// <param name="code">What is wrong.</param>
    /// <param name="place">Where; may be empty.</param>
    /// <param name="detail">One more sentence, or <see langword="null"/>.</param>
    public CodedException(Code code, string place = "", string? detail = null)
        : this([new Finding(code, place, detail)])
    {
    }

    /// <summary>Creates the exception for several findings.</summary>
    /// <param name="findings">At least one finding.</param>
    public CodedException(IReadOnlyList<Finding> findings)
        : base(string.Join(LineBreak, findings))
    {
        Findings = findings;
    }

    /// <summary>What was found, in the order it was met.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    private const string LineBreak = "\n";
}
