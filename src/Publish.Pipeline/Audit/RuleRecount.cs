using System.Numerics;
using Publish.Disclosure;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;
using Publish.Policies;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Applies the policy's rules to the cells of a table a second time, from the class table: a rule that Protection forgot,
/// or an interval that it did not ask for, is noticed.
/// </summary>
/// <param name="upload">The grouped upload.</param>
/// <param name="plan">The table's plan.</param>
/// <param name="policy">The policy.</param>
/// <param name="removable">From which classes an intruder may think one respondent away.</param>
internal sealed class RuleRecount(GroupedUpload upload, TablePlan plan, Policy policy, RemovableRespondents removable)
{
    private readonly RecountCodes _codes = new(upload, plan);
    private readonly ClassTable _classes = upload.Classes;

    /// <summary>Judges every cell.</summary>
    public SecretCells Run()
    {
        var sets = _codes.Sets();
        var judged = new SecretCells[sets.Count];
        Parallel.For(0, sets.Count, set => judged[set] = Judge(_codes.CellsOf(sets[set])));
        return SecretCells.Join(judged);
    }

    /// <summary>Judges groups of the upload's classes as if they were cells of the table.</summary>
    /// <param name="groups">The group of each class, counted from 0, and how many there are.</param>
    public SecretCells Judge((int[] Of, int Count) groups)
    {
        var (cellOf, count) = groups;
        var respondents = CellRecount.Distinct(_classes.Holdings ?? _classes, cellOf, count, presence: null);
        var areFew = Array.ConvertAll(respondents, count => count < plan.Release.Threshold);
        var areSecret = (bool[])areFew.Clone();
        var measures = plan.Request.Measures
            .Select(measure => (Figures: Figures(measure, respondents, cellOf), Rules: RulesOf(measure)))
            .ToArray();
        foreach (var (figures, rules) in measures)
        {
            for (var cell = 0; cell < figures.Length; cell++)
            {
                areSecret[cell] |= rules.Any(rule => rule.MakesSecret(figures[cell]));
            }
        }

        bool[] Any(bool[] areRemovable)
        {
            var any = new bool[count];
            for (var c = 0; c < cellOf.Length; c++)
            {
                any[cellOf[c]] |= areRemovable[c];
            }

            return any;
        }

        var canLose = Any(removable.Anyone);

        // Below the threshold nobody may know the count: it must be able to be one more, and one fewer where somebody is left.
        return new SecretCells(
            areSecret,
            [.. areFew.Select((isFew, cell) => isFew && respondents[cell] > 1 && canLose[cell] ? (Int128)1 : 0)],
            Array.ConvertAll(areFew, isFew => isFew ? (Int128)1 : 0),
            [.. measures.Select(each => each.Figures.Select((cell, i) => areSecret[i] ? Reach(each.Rules, cell) : 0).ToArray())],
            [.. measures.Select(each => Array.ConvertAll(each.Figures, cell => (Int128)cell.Total))],
            [.. measures.Select((each, measure) => plan.Request.Measures[measure].PresenceKey is { } presence && removable.Contributors[presence] is var lone
                ? SecretContributors.Of(each.Figures, plan.Release.Threshold, (Any(lone.With), Any(lone.Without)))
                : SecretContributors.None(count))],
            [.. measures.Select(each => Reach(each.Rules, CellFigures.Empty))]);
    }

    private RecountedRule[] RulesOf(Disclosure.Tables.TableMeasure measure)
    {
        var column = policy.Columns[upload.Plan.Measures[measure.Sum]].Name;
        return [.. RecountedRule.Of(plan.Release, column, policy.SumDecimals(column), column == policy.WeightColumn)];
    }

    private static Int128 Reach(RecountedRule[] rules, CellFigures cell) =>
        (Int128)rules.Aggregate(BigInteger.Zero, (reach, rule) => BigInteger.Max(reach, rule.Reach(cell)));

    private CellFigures[] Figures(Disclosure.Tables.TableMeasure measure, long[] respondents, int[] cellOf)
    {
        var contributors = measure.PresenceKey is { } key
            ? CellRecount.Distinct(_classes.Holdings ?? _classes, cellOf, respondents.Length, key)
            : respondents;
        var (totals, sizes) = Contributions(measure.Sum, cellOf, respondents.Length);
        var (least, greatest) = Ranges(measure.Sum, cellOf, respondents.Length);
        return
        [
            .. respondents.Select((count, cell) => new CellFigures(
                count, contributors[cell], totals[cell], sizes[cell], least[cell] == greatest[cell])),
        ];
    }

    // Where no rule looks at contributions none are kept, and a sum stands for itself.
    private (BigInteger[] Totals, IReadOnlyList<BigInteger>[] Sizes) Contributions(int sum, int[] cellOf, int count)
    {
        var totals = new BigInteger[count];
        var sizes = new IReadOnlyList<BigInteger>[count];
        if (sum >= _classes.Contributions.Count || _classes.Contributions[sum] is not { } contributions)
        {
            for (var c = 0; c < cellOf.Length; c++)
            {
                totals[cellOf[c]] += (BigInteger)_classes.Sums[sum][c];
            }

            Array.Fill(sizes, []);
            return (Array.ConvertAll(totals, BigInteger.Abs), sizes);
        }

        // Of each class the largest contributions are kept, and the total of all. The total is weighted where the measure is;
        // the values that respondents gave are held against it.
        for (var c = 0; c < cellOf.Length; c++)
        {
            totals[cellOf[c]] += (BigInteger)contributions.Lone.Totals[c];
            foreach (var contribution in contributions.Lone.Of(c))
            {
                totals[cellOf[c]] -= (BigInteger)Int128.Abs(contribution.Weighted);
            }
        }

        var unit = (BigInteger)contributions.UnitWeight;
        foreach (var (own, cell) in new CellContributionRecount(_classes, sum).Of(cellOf, count).Select((own, cell) => (own, cell)))
        {
            sizes[cell] = [.. own.Select(contribution => unit * (BigInteger)Int128.Abs(contribution.Value)).OrderDescending()];
            totals[cell] += own.Aggregate(BigInteger.Zero, (total, contribution) => total + (BigInteger)Int128.Abs(contribution.Weighted));
        }

        return (totals, sizes);
    }

    private (long[] Least, long[] Greatest) Ranges(int sum, int[] cellOf, int count)
    {
        var (least, greatest) = (new long[count], new long[count]);
        Array.Fill(least, long.MaxValue);
        Array.Fill(greatest, long.MinValue);
        for (var c = 0; c < cellOf.Length && sum < _classes.Ranges.Count; c++)
        {
            least[cellOf[c]] = Math.Min(least[cellOf[c]], _classes.Ranges[sum].Least[c]);
            greatest[cellOf[c]] = Math.Max(greatest[cellOf[c]], _classes.Ranges[sum].Greatest[c]);
        }

        return (least, greatest);
    }
}
