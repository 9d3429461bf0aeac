using System.Globalization;
using System.Text;

namespace Publish.Pipeline.Receipts;

/// <summary>The dearest hidden cells of a table and what could be published instead, as text that a person reads.</summary>
internal static class ExplainedText
{
    private const int Shown = 10;

    /// <summary>Writes them, if anything is hidden.</summary>
    /// <param name="text">The receipt so far.</param>
    /// <param name="table">The table.</param>
    public static void Write(StringBuilder text, TableFacts table)
    {
        if (table.Explained.Count == 0)
        {
            return;
        }

        Line(text, table.Explained.Count > Shown ? FormattableString.Invariant($"the {Shown} hidden cells that cost most, by their row in the file:") : "the hidden cells, by their row in the file:");
        foreach (var cell in table.Explained.Take(Shown))
        {
            var reason = cell.Rule is { } rule ? $"hidden by {rule}"
                : cell.Shields is { } shielded ? $"shields {shielded}"
                : "shields others";
            Line(text, FormattableString.Invariant($"  row {cell.Row} ({cell.Levels}), {cell.Respondents} respondents: {reason}"));
        }

        if (table.Instead is { } instead)
        {
            var levels = string.Join(", ", instead.Finest.Select(key => $"{key.Key} at {key.Value} and coarser"));
            Line(text, FormattableString.Invariant($"instead, {instead.Cells} cells could be published without hiding one for its own sake: {levels}"));
        }
    }

    private static void Line(StringBuilder text, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{"",-10} {value}\n");
}
