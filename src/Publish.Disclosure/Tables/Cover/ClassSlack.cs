namespace Publish.Disclosure.Tables.Cover;

/// <summary>
/// What one demand lets a class lose, and what it asks of each cell, in 64 bits. What does not fit is rounded to the
/// cautious side: too little to lose, too much asked.
/// </summary>
internal sealed class ClassSlack
{
    /// <summary>Stands for an amount that no class has to lose.</summary>
    private const long Unreachable = long.MaxValue;
    private readonly long[] _slack;
    private readonly long[] _lower;
    private readonly long[] _upper;

    public ClassSlack(ClassGrid grid, IntervalDemand demand)
    {
        _slack = Array.ConvertAll(demand.ClassValues, Saturate);
        _lower = Array.ConvertAll(demand.Lower, Amount);
        _upper = Array.ConvertAll(demand.Upper, Amount);
        if (demand.Least is { } least)
        {
            Narrow(grid, demand.ClassValues, least);
        }

        CapLower(grid);
    }

    /// <summary>What the class can lose while it and all cells it is in stay what everyone knows them to be at least.</summary>
    public long Of(int item) => _slack[item];

    /// <summary>How far below its value a cell's interval must reach.</summary>
    public long Lower(int cell) => cell < _lower.Length ? _lower[cell] : 0;

    /// <summary>How far above its value a cell's interval must reach.</summary>
    public long Upper(int cell) => cell < _upper.Length ? _upper[cell] : 0;

    /// <summary>What is kept of the demand: as much as anybody can be in doubt about.</summary>
    public IntervalDemand Kept(IntervalDemand demand) => new()
    {
        ClassValues = demand.ClassValues,
        Sum = demand.Sum,
        Contributors = demand.Contributors,
        IsWhole = demand.IsWhole,
        Least = demand.Least,
        Lower = [.. demand.Lower.Select((amount, cell) => Int128.Min(amount, Lower(cell)))],
        Upper = demand.Upper,
    };

    private void Narrow(ClassGrid grid, Int128[] classValues, Int128[] least)
    {
        var values = new Int128[grid.CellCount];
        for (var set = 0; set < grid.SetCount; set++)
        {
            for (var item = 0; item < _slack.Length; item++)
            {
                ref var value = ref values[grid.Cell(set, item)];
                value = checked(value + classValues[item]);
            }
        }

        for (var set = 0; set < grid.SetCount; set++)
        {
            for (var item = 0; item < _slack.Length; item++)
            {
                var cell = grid.Cell(set, item);
                if (least[cell] > 0)
                {
                    _slack[item] = Math.Min(_slack[item], Saturate(values[cell] - least[cell]));
                }
            }
        }
    }

    /// <summary>
    /// Nobody can be in doubt about less than all that the classes of a cell have to lose: two listed cells of one
    /// respondent each are two at least.
    /// </summary>
    private void CapLower(ClassGrid grid)
    {
        var most = new long[grid.CellCount];
        for (var set = 0; set < grid.SetCount; set++)
        {
            for (var item = 0; item < _slack.Length; item++)
            {
                ref var sum = ref most[grid.Cell(set, item)];
                sum = sum >= Unreachable - _slack[item] ? Unreachable - 1 : sum + _slack[item];
            }
        }

        for (var cell = 0; cell < most.Length; cell++)
        {
            _lower[cell] = Math.Min(_lower[cell], most[cell]);
        }
    }

    private static long Saturate(Int128 value) => value >= Unreachable ? Unreachable - 1 : value <= 0 ? 0 : (long)value;

    private static long Amount(Int128 value) => value >= Unreachable ? Unreachable : (long)value;
}
