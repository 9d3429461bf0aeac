using System.Text.RegularExpressions;
using Publish.Codes;

namespace Publish.Pipeline.Operations;

/// <summary>Who decides something, and why.</summary>
public sealed partial record Signature
{
    /// <summary>Signs a decision.</summary>
    /// <param name="by">The name of the person, 1 to 100 printable characters.</param>
    /// <param name="reason">Why, 1 to 1,000 printable characters.</param>
    /// <exception cref="CodedException">One of them is missing, or has another form.</exception>
    public Signature(string by, string reason)
    {
        if (!IsName(by) || !Sentence().IsMatch(reason))
        {
            throw new CodedException(OperationCodes.NameAndReason);
        }

        By = by.Trim();
        Reason = reason.Trim();
    }

    /// <summary>The name of the person.</summary>
    public string By { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>Whether a text may be the name of a person: 1 to 100 printable characters.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True where a decision may be signed with it.</returns>
    public static bool IsName(string text) => Name().IsMatch(text);

    // Something visible, and no control characters, with which a log could be made to say another thing.
    [GeneratedRegex(@"\A(?=.*\S)[^\p{C}]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A(?=.*\S)[^\p{C}]{1,1000}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
