using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Publish.Portal.Charts;

/// <summary>How drawings of charts write numbers and labels. Lengths are in units of the drawing, of which a letter is 13 high.</summary>
internal static class ChartGeometry
{
    /// <summary>The width of a drawing.</summary>
    public const double Width = 640;

    /// <summary>What a letter takes of a line, on average.</summary>
    public const double LetterWidth = 7;

    /// <summary>Writes a length or a place.</summary>
    /// <param name="number">The number.</param>
    /// <returns>At most two digits after the point.</returns>
    public static string Text(double number) => FormattableString.Invariant($"{number:0.##}");

    /// <summary>Writes a label. Razor takes an element of text for its own, so it is written here.</summary>
    /// <param name="x">Where it stands.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="anchor">Which part of it stands there, <c>middle</c> or <c>end</c>; as its group says, or its start, where <see langword="null"/>.</param>
    /// <param name="text">The label.</param>
    /// <param name="kind">Its class, or <see langword="null"/>.</param>
    /// <returns>The element.</returns>
    public static MarkupString Label(double x, double y, string? anchor, string text, string? kind = null) => (MarkupString)(
        $"<text{Attribute("class", kind)} x=\"{Text(x)}\" y=\"{Text(y)}\"{Attribute("text-anchor", anchor)}>{HtmlEncoder.Default.Encode(text)}</text>");

    /// <summary>Cuts a label that is too long.</summary>
    /// <param name="label">The label.</param>
    /// <param name="most">The most letters.</param>
    /// <returns>The label, or its beginning and an ellipsis.</returns>
    public static string Shortened(string label, int most) => label.Length <= most ? label : label[..(most - 1)].TrimEnd() + "…";

    /// <summary>Parts a label into at most two lines, between words where it can be.</summary>
    /// <param name="label">The label.</param>
    /// <param name="most">The most letters of a line.</param>
    /// <returns>One or two lines.</returns>
    public static IReadOnlyList<string> Lines(string label, int most)
    {
        if (label.Length <= most)
        {
            return [label];
        }

        var space = label.LastIndexOf(' ', most);
        var end = space <= 0 ? most : space;
        return [label[..end], Shortened(label[end..].TrimStart(), most)];
    }

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{value}\"";
}
