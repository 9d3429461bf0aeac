using Publish.Codes;
using Publish.Pipeline.Receipts;

namespace Publish.Pipeline;

/// <summary>Ends a run before its version is published. The run turns it into a receipt; no caller meets it.</summary>
internal sealed class StopException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="verdict">Held or rejected.</param>
    /// <param name="findings">Every reason.</param>
    public StopException(Verdict verdict, IReadOnlyList<FindingGroup> findings)
        : base("The run ends without publishing.")
    {
        Verdict = verdict;
        Findings = findings;
    }

    /// <summary>Creates the exception for single findings.</summary>
    /// <param name="verdict">Held or rejected.</param>
    /// <param name="findings">Every reason.</param>
    public StopException(Verdict verdict, IEnumerable<Finding> findings)
        : this(verdict, FindingGroup.Of(findings))
    {
    }

    /// <summary>Creates the exception for one reason.</summary>
    /// <param name="verdict">Held or rejected.</param>
    /// <param name="code">The reason.</param>
    /// <param name="place">Where; may be empty.</param>
    /// <param name="detail">One more sentence, or <see langword="null"/>.</param>
    public StopException(Verdict verdict, Code code, string place = "", string? detail = null)
        : this(verdict, [new Finding(code, place, detail)])
    {
    }

    /// <summary>Held or rejected.</summary>
    public Verdict Verdict { get; }

    /// <summary>Every reason.</summary>
    public IReadOnlyList<FindingGroup> Findings { get; }

    /// <summary>The file as it was read, where the run came that far.</summary>
    public UploadFacts? Upload { get; init; }
}
