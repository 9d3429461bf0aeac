using System.Text.RegularExpressions;

namespace Publish.Pipeline.Corrections;

/// <summary>What makes a version a correction: it takes the place of another version of its edition.</summary>
/// <param name="Supersedes">The version it supersedes, <c>v1.0.0</c>.</param>
/// <param name="Reason">Why, for everyone to read.</param>
public sealed partial record Correction(string Supersedes, string Reason)
{
    /// <summary>Whether a text may be the reason of a correction: 1 to 500 printable characters.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True where it may be published as it is.</returns>
    public static bool IsReason(string text) => Sentence().IsMatch(text);

    [GeneratedRegex(@"\A(?=.*\S)[^\p{C}\p{Zl}\p{Zp}]{1,500}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
