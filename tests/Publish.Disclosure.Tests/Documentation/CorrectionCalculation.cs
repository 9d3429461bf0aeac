using System.Globalization;
using System.Text.RegularExpressions;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Versions;

namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// Attacks a corrected table with the version before. Input: a row a cell, the respondents before and now, in brackets where
/// they are hidden; setting: <c>threshold</c>. Answer: what is found.
/// </summary>
internal sealed partial class CorrectionCalculation : IExampleCalculation
{
    public string Kind => "correction";

    public IEnumerable<string[]> Answer(WorkedExample example)
    {
        var result = new VersionDifferenceAttack(
            [(Version(example, 1), Version(example, 2))], Int128.Parse(example.Setting("threshold"), CultureInfo.InvariantCulture)).Run();
        return [["cell", "finding"], .. result.Witnesses.Select(witness => (string[])[example.Input[witness.Row + 1][0], Finding(witness)])];
    }

    private static PublishedTable Version(WorkedExample example, int column)
    {
        var cells = example.Input.Skip(1).Select(row => (Cell: row[0], Text: row[column])).ToList();
        return new PublishedTableBuilder("table")
            .Key("cell", ("cell", cells.ConvertAll(cell => cell.Cell)))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, cells.ConvertAll(cell => IsHidden(cell.Text) ? (Int128?)null : Int128.Parse(cell.Text, CultureInfo.InvariantCulture))))
            .Build(cells.ConvertAll(cell => IsHidden(cell.Text) ? "c" : ""));
    }

    private static bool IsHidden(string text) => text.StartsWith('(');

    private static string Finding(Witness witness) => Change().Match(witness.Text) is { Success: true } change
        ? $"{witness.Code.Id}: {change.Groups[1].Value}{(witness.Text.StartsWith("The hidden cells", StringComparison.Ordinal) ? " in its hidden parts" : "")}"
        : witness.Code.Id;

    [GeneratedRegex(@" changed by (\d+) ", RegexOptions.CultureInvariant)]
    private static partial Regex Change();
}
