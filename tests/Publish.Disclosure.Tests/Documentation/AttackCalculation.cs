using System.Globalization;
using Publish.Attacks;
using Publish.Attacks.Bounds;
using Publish.Attacks.Differences;
using Publish.Attacks.Editions;
using Publish.Attacks.Intervals;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// Attacks a table of counts. Input: a corner, then the columns' labels; a row a category; <c>Total</c> marks margins, and
/// brackets hidden numbers. Settings: <c>interval</c>, how far every hidden number must be uncertain on both sides;
/// <c>respondents: recur</c> with <c>threshold</c>. Answer: what each attack finds.
/// </summary>
internal sealed class AttackCalculation : IExampleCalculation
{
    public string Kind => "attack";

    public IEnumerable<string[]> Answer(WorkedExample example)
    {
        var columns = example.Input[0][1..];
        var cells = example.Input.Skip(1).SelectMany(row => columns.Select((column, i) => (Row: row[0], Column: column, Text: row[i + 1]))).ToList();
        var values = cells.ConvertAll(cell => Int128.Parse(cell.Text.Trim('(', ')'), CultureInfo.InvariantCulture));
        var hidden = cells.ConvertAll(cell => cell.Text.StartsWith('('));
        var builder = new PublishedTableBuilder("table").Key("row", ("row", cells.ConvertAll(cell => cell.Row)));
        if (columns.Length > 1)
        {
            builder.Key("column", ("column", cells.ConvertAll(cell => cell.Column)));
        }

        var recur = example.Setting("respondents") == "recur";
        var table = builder
            .Measure(new PublishedMeasure("n", MeasureKind.Count, [.. values.Select((value, i) => hidden[i] ? (Int128?)null : value)], isAdditive: !recur))
            .Build(hidden.ConvertAll(isHidden => isHidden ? "c" : ""));
        var results = Attacks(example, new PublishedEdition([table]), values, hidden).Select(attack => attack.Run());
        return
        [
            ["cell", "attack", "finding"],
            .. results.SelectMany(result => result.Witnesses.Select(witness =>
                (string[])[$"{cells[witness.Row].Row}/{cells[witness.Row].Column}", result.Attack, Finding(witness)])),
        ];
    }

    private static IEnumerable<IAttack> Attacks(WorkedExample example, PublishedEdition published, List<Int128> values, List<bool> hidden)
    {
        yield return new SolvingAttack(published);
        yield return new BoundPropagation(published);
        Int128[] amounts = [.. hidden.Select(isHidden => isHidden ? Int128.Parse(example.Setting("interval"), CultureInfo.InvariantCulture) : 0)];
        yield return new IntervalAttack(published, [new IntervalRequirement(0, "n", values, amounts, amounts)]);
        if (example.Setting("threshold") is { Length: > 0 } threshold)
        {
            yield return new RespondentDifferenceAttack(published, Int128.Parse(threshold, CultureInfo.InvariantCulture));
        }
    }

    private static string Finding(Witness witness)
    {
        var sign = witness.Text.Contains(" is at most ", StringComparison.Ordinal) ? "<=" : witness.Text.Contains(" is at least ", StringComparison.Ordinal) ? ">=" : "=";
        return $"{sign} {witness.Values.Single().Numerator}";
    }
}
