using System.Globalization;
using Publish.Attacks.Perturbation;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// Rounds a two-way table of true counts to the nearest multiple and attacks it with its totals. Input: a corner, then the
/// columns' labels; a row a category; 0 where nobody can be. Setting: <c>base</c>. Answer: the counts of which one value is
/// left, with the published numbers that tell it: added at their most and taken away at their least, or the reverse.
/// </summary>
internal sealed class RoundedAttackCalculation : IExampleCalculation
{
    private const string Total = "Total";

    public string Kind => "rounded-attack";

    public IEnumerable<string[]> Answer(WorkedExample example)
    {
        var roundingBase = int.Parse(example.Setting("base"), CultureInfo.InvariantCulture);
        var classes = example.Input.Skip(1)
            .SelectMany(row => example.Input[0][1..].Zip(row[1..], (column, count) => (Row: row[0], Column: column, Count: Int128.Parse(count, CultureInfo.InvariantCulture))))
            .Where(each => each.Count > 0)
            .ToList();
        (string Row, string Column)[] cells =
        [
            .. classes.SelectMany(each => new[] { (each.Row, each.Column), (each.Row, Total), (Total, each.Column), (Total, Total) }).Distinct(),
        ];
        Int128[] truth = [.. cells.Select(cell => classes.Where(each => IsPart(each.Row, cell.Row) && IsPart(each.Column, cell.Column)).Aggregate((Int128)0, (sum, each) => sum + each.Count))];
        var table = new PublishedTableBuilder("table")
            .Key("row", ("row", [.. cells.Select(cell => cell.Row)]))
            .Key("column", ("column", [.. cells.Select(cell => cell.Column)]))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, [.. truth.Select(count => (Int128?)RoundingRecount.Conventional(count, roundingBase))], roundingUnit: roundingBase, noise: MeasureNoise.Rounded))
            .Build([.. cells.Select(_ => "")]);
        var result = new RoundingBounds(
            [table],
            [truth],
            new CountedClasses(
                [LevelOf("row", classes.ConvertAll(each => each.Row)), LevelOf("column", classes.ConvertAll(each => each.Column))],
                [new CountedMeasure("n", classes.ConvertAll(each => each.Count))]),
            RoundingReach.Conventional(roundingBase)).Run();
        return
        [
            ["cell", "finding", "numbers"],
            .. result.Witnesses.Select(witness => (string[])[NameOf(cells[witness.Row]), Finding(witness), string.Join(' ', witness.Terms.Select(term => TermOf(term, cells)))]),
        ];
    }

    private static bool IsPart(string label, string of) => of == Total || of == label;

    private static CountedLevel LevelOf(string name, List<string> labels)
    {
        var distinct = labels.Distinct().ToList();
        return new CountedLevel(name, name, distinct, labels.ConvertAll(distinct.IndexOf));
    }

    private static string NameOf((string Row, string Column) cell) => $"{cell.Row}/{cell.Column}";

    private static string Finding(Witness witness) =>
        (witness.Text.Contains(" is at most ", StringComparison.Ordinal) ? "<= " : ">= ") + witness.Values[0].Numerator.ToString(CultureInfo.InvariantCulture);

    private static string TermOf(WitnessTerm term, (string Row, string Column)[] cells) =>
        (term.Coefficient.Sign < 0 ? "− " : "+ ") + NameOf(cells[term.Row]);
}
