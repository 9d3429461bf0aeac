using Publish.Attacks.Editions;
using Publish.Attacks.Intervals;
using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;
using Publish.Attacks.Values;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;
using Publish.Policies;
using MeasureKind = Publish.Attacks.Tables.MeasureKind;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Attacks what means, sums and counts of all tables tell of those who have a value and those who have none. The intruder is
/// given both numbers of every published cell, whichever table tells them and however the mean is rounded.
/// </summary>
/// <param name="grouped">The grouped upload.</param>
/// <param name="plans">The plans of all tables.</param>
/// <param name="policy">The policy.</param>
/// <param name="tables">How many tables the edition has.</param>
internal sealed class ContributorAudit(GroupedUpload grouped, IReadOnlyList<TablePlan> plans, Policy policy, int tables)
{
    private readonly IReadOnlyList<string> _told = ToldContributors.Of(plans, policy);
    private readonly PublishedTable[] _with = new PublishedTable[tables];
    private readonly PublishedTable[] _without = new PublishedTable[tables];
    private readonly int[] _thresholds = new int[tables];
    private readonly List<IntervalRequirement> _required = [];
    private readonly List<PublishedQuantity> _quantities = [];

    /// <summary>Takes note of a table.</summary>
    /// <param name="index">The table, by index in the edition.</param>
    /// <param name="table">The table as read back.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="counted">The audit's count of its cells.</param>
    /// <param name="secrets">What the rules say of these.</param>
    public void Add(int index, PublishedTable table, TablePlan plan, CountedClasses counted, SecretCells secrets)
    {
        var codes = new RowCodes(plan);
        var places = codes.Of(counted).Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        int[] cellOf = [.. codes.Of(table).Select(code => places.GetValueOrDefault(code, -1))];
        var (with, without) = (new List<PublishedMeasure>(), new List<PublishedMeasure>());
        var all = counted.Measures.First(measure => measure.Name == CellRecount.Frequency).Sums;
        foreach (var (measure, column, _) in ToldContributors.In(plan, grouped, policy, _told))
        {
            var have = counted.Measures.First(each => each.Name == CellRecount.ContributorsOf(column)).Sums;
            Int128[] lack = [.. all.Zip(have, (respondents, contributors) => respondents - contributors)];
            with.Add(Measure(index, table, cellOf, CellRecount.ContributorsOf(column), have, secrets.Contributors[measure].With));
            without.Add(Measure(index, table, cellOf, CellRecount.WithoutValueOf(column), lack, secrets.Contributors[measure].Without));
        }

        // The count may be published by another table alone.
        _quantities.AddRange(PublishedQuantities.Of(index, plan, policy).Select(quantity => quantity with { Count = CellRecount.Frequency }));
        _thresholds[index] = plan.Release.Threshold;
        (_with[index], _without[index]) = (Only(table, with), Only(table, without));
    }

    /// <summary>Attacks.</summary>
    /// <param name="examination">Takes what is found.</param>
    /// <param name="auditor">Checks what protection offers as proof.</param>
    /// <param name="classes">Which joint classes there are, where there are several tables.</param>
    /// <param name="recurs">Whether respondents recur in the grouping set of a row.</param>
    public void Attack(
        PublicExamination examination, AuditorKnowledge auditor, CountedClasses? classes, Func<int, int, bool> recurs)
    {
        examination.Note(new MissingValuesAttack(examination.Edition, _quantities, index => _thresholds[index]));
        if (_told.Count > 0)
        {
            // Only tables about one of the columns promise anything of those with and without a value.
            var threshold = _thresholds.Where((_, index) => _with[index].Measures.Count > 0).Max();
            var (with, without) = (new PublishedEdition(_with), new PublishedEdition(_without));
            examination.Note(
                new ContributorAttack((with, auditor.Prove(with)), (without, auditor.Prove(without)), _required, threshold, classes, recurs),
                [.. examination.Edition.Tables]);
        }
    }

    private PublishedMeasure Measure(
        int index, PublishedTable table, int[] cellOf, string name, IReadOnlyList<Int128> values, (Int128[] Lower, Int128[] Upper) asked)
    {
        Int128[] InRows(IReadOnlyList<Int128> cells) => Array.ConvertAll(cellOf, cell => cell < 0 ? 0 : cells[cell]);
        var own = InRows(values);
        _required.Add(new IntervalRequirement(index, name, own, InRows(asked.Lower), InRows(asked.Upper)));
        return new PublishedMeasure(
            name, MeasureKind.Count, [.. own.Select((value, row) => table.IsSuppressed(row) ? null : (Int128?)value)], isAdditive: policy.RespondentColumn is null);
    }

    // That a row is there does not say that somebody in it has a value, or has none.
    private static PublishedTable Only(PublishedTable table, IReadOnlyList<PublishedMeasure> measures) =>
        new(table.Name, table.Keys, measures, table.Status, table.TotalMark, mayHideZeros: true);
}
