using System.Globalization;

namespace Publish.Policies.Reading;

/// <summary>Puts texts of a policy into messages: short, on one line, without characters that act on a terminal.</summary>
internal static class Quotation
{
    private const int LongestQuoted = 48;
    private const int LongestPlain = 200;

    /// <summary>A text in quotation marks.</summary>
    public static string Of(string text) => $"'{Safe(text, LongestQuoted)}'";

    /// <summary>A text without quotation marks.</summary>
    public static string Plain(string text) => Safe(text, LongestPlain);

    /// <summary>Texts in quotation marks, parted by commas.</summary>
    public static string List(IEnumerable<string> texts) => string.Join(", ", texts.Select(Of));

    private static string Safe(string text, int longest)
    {
        var cut = text.Length > longest ? text[..longest] + "…" : text;
        return string.Concat(cut.Select(character => IsSafe(character) ? character : '\uFFFD'));
    }

    // Surrogates are dropped with the rest: a cut could part a pair, and a policy's keys seldom have any.
    private static bool IsSafe(char character) => char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
