using System.Text.RegularExpressions;

namespace Publish.Disclosure.Hierarchies;

/// <summary>A UK postcode, parsed into its four geographies.</summary>
/// <remarks>
/// Royal Mail, <em>Programmers' Guide</em> to the Postcode Address File: outward codes A9, A99, AA9, AA99, A9A and AA9A
/// with the letters each place allows, an inward code of a digit and two letters without C, I, K, M, O and V, and GIR 0AA.
/// </remarks>
/// <param name="Unit">The whole postcode with one space: <c>SW1A 1AA</c>.</param>
/// <param name="Sector">The district and the digit after the space: <c>SW1A 1</c>.</param>
/// <param name="District">The outward code: <c>SW1A</c>.</param>
/// <param name="Area">The letters it begins with: <c>SW</c>. S, SE and SW are three areas.</param>
public sealed partial record Postcode(string Unit, string Sector, string District, string Area)
{
    /// <summary>Parses a postcode in capitals, with one space or none before the inward code.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The postcode, or <see langword="null"/> when the text is not one.</returns>
    public static Postcode? Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var district = match.Groups["district"].Value;
        var inward = match.Groups["inward"].Value;
        var area = new string([.. district.TakeWhile(char.IsAsciiLetterUpper)]);
        return new Postcode($"{district} {inward}", $"{district} {inward[0]}", district, area);
    }

    [GeneratedRegex(
        """
        \A(?:
          (?<district>
              [A-PR-UWYZ] [0-9]{1,2}
            | [A-PR-UWYZ] [0-9] [ABCDEFGHJKPSTUW]
            | [A-PR-UWYZ] [A-HK-Y] [0-9]{1,2}
            | [A-PR-UWYZ] [A-HK-Y] [0-9] [ABEHMNPRVWXY]
          )
          [ ]? (?<inward> [0-9] [ABD-HJLNP-UW-Z]{2} )
        |
          (?<district> GIR ) [ ]? (?<inward> 0AA )
        )\z
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
