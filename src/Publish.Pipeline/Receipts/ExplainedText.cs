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
            Line(text, FormattableString.Invariant($"  row {cell.Row} ({cell.Levels}), {Respondents(cell.Respondents)}: {ReasonOf(table, cell)}"));
        }

        if (table.Instead is { } instead)
        {
            var levels = string.Join(", ", instead.Finest.Select(key =>
                key.Value == HierarchyPolicy.All ? $"without {key.Key}" : $"{key.Key} at {key.Value} and coarser"));
            Line(text, FormattableString.Invariant($"instead, {instead.Cells} cells could be published, none of which the rules would hide: {levels}"));
        }
    }

    private static string Respondents(long count) => count switch
    {
        0 => "nobody",
        1 => "1 respondent",
        _ => FormattableString.Invariant($"{count:N0} respondents"),
    };

    // A cell of several tables may be hidden by the rule of another one.
    private static string ReasonOf(TableFacts table, ExplainedCell cell) =>
        cell.Rule is { } name ? (table.Rules.FirstOrDefault(rule => rule.Rule == name) is { } rule ? $"because {rule.Reason}" : $"by {name}, a rule of another table")
        : cell.Shields is { } shielded ? $"so that {shielded} cannot be worked out"
        : "so that others cannot be worked out";

    private static void Line(StringBuilder text, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{"",-10} {value}\n");
}
