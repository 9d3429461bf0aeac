using System.Text;

namespace Publish.Portal;

/// <summary>Turns a text into a part of an address.</summary>
internal static class Slug
{
    private static readonly string[] SmallWords = ["and", "for", "in", "of", "on", "the"];

    /// <summary>Keeps ASCII letters (small; of others those they stand under) and digits; puts one hyphen for anything between.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The part; <c>other</c> where nothing is left.</returns>
    public static string Of(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.Select(letter => char.ToLowerInvariant(LatinLetters.CapitalOf(letter))))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var trimmed = slug.ToString().TrimEnd('-');
        return trimmed.Length == 0 ? "other" : trimmed;
    }

    /// <summary>Makes words of a dataset's name, for where nothing is left that has a title.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Its words with a capital first letter: <c>Road casualties</c> of <c>road-casualties</c>.</returns>
    public static string WordsOf(string name) => Capital(name.Replace('-', ' '));

    /// <summary>Makes a proper name of an agency's, for where nothing is left that has it.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Its words with capitals but for the small ones: <c>Department for Transport</c> of <c>department-for-transport</c>.</returns>
    public static string AgencyOf(string name) =>
        Capital(string.Join(' ', name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => SmallWords.Contains(word) ? word : Capital(word))));

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
