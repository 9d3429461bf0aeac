using Publish.Disclosure.Tables.Primary;

namespace Publish.Pipeline.Grouping;

/// <summary>Gathers the rows of one unit (a holding or a respondent) after the other.</summary>
internal sealed class ContributionGathering
{
    private readonly GroupingPlan _plan;
    private readonly ContributionBuilder[] _builders;
    private readonly List<(int Class, Contribution Contribution)>[] _own;
    private readonly RespondentTally? _tally;
    private readonly List<int> _classes = [];
    private Int128? _unit;
    private int _class;

    /// <summary>Begins.</summary>
    /// <param name="plan">What the pass has filled.</param>
    /// <param name="classes">The number of merged classes.</param>
    public ContributionGathering(GroupingPlan plan, int classes)
    {
        _plan = plan;
        _builders = [.. (plan.Contributions?.Measures ?? []).Select(kept => new ContributionBuilder(classes, kept.Depth, UnitWeight(plan, kept.Measure)))];
        _own = [.. _builders.Select(_ => new List<(int, Contribution)>())];
        _tally = plan.Holding is null ? null : new RespondentTally(classes, key: null);
    }

    /// <summary>Goes to the next row. Rows of one unit follow one another; a row without one stands for itself.</summary>
    /// <param name="unit">Whose row it is.</param>
    /// <param name="item">Its class.</param>
    public void Open(Int128? unit, int item)
    {
        if (unit is null || unit != _unit)
        {
            Close();
            _unit = unit;
        }

        _class = item;

        // Where a column names the respondent, a row that names none counts nobody.
        if (unit is not null || _plan.Respondent is null)
        {
            _classes.Add(item);
        }
    }

    /// <summary>Adds a value of the row.</summary>
    /// <param name="measure">An index into the plan's contributions.</param>
    /// <param name="value">The value, and the same times its sampling weight.</param>
    public void Add(int measure, Contribution value) => _own[measure].Add((_class, value));

    /// <summary>What was gathered.</summary>
    public GroupedContributions Finish()
    {
        Close();
        var tables = new ContributionTable?[_plan.Measures.Count];
        for (var measure = 0; measure < _builders.Length; measure++)
        {
            tables[_plan.Contributions!.Measures[measure].Measure] = _builders[measure].Build();
        }

        return new GroupedContributions(tables, _tally?.Build());
    }

    private static Int128 UnitWeight(GroupingPlan plan, int measure) => plan.WeightOf(measure) is { } weight
        ? Enumerable.Repeat((Int128)10, plan.Columns[weight].Scale).Aggregate((Int128)1, (unit, ten) => unit * ten)
        : 1;

    private void Close()
    {
        for (var measure = 0; measure < _builders.Length; measure++)
        {
            _builders[measure].Add(_own[measure]);
            _own[measure].Clear();
        }

        _tally?.Count(0, _classes);
        _classes.Clear();
    }
}
