using Publish.Attacks.Bounds;
using Publish.Attacks.Editions;

namespace Publish.Attacks.Perturbation;

/// <summary>
/// What each cell of an edition can be by its own published number, and what the auditor knows it to be. A cell that is
/// suppressed has at least one respondent where it has a row; a margin that no table shows can be anything.
/// </summary>
internal sealed class RoundedCells
{
    private readonly Int128[] _truth;
    private readonly int _shown;

    /// <summary>Reads the cells.</summary>
    /// <param name="edition">The cells; every one that is not empty is there.</param>
    /// <param name="values">The rounded counts.</param>
    /// <param name="truth">The true count by table and row.</param>
    /// <param name="reach">The rounding.</param>
    public RoundedCells(EditionCells edition, CellValues values, IReadOnlyList<IReadOnlyList<Int128>> truth, RoundingReach reach)
    {
        (Low, High, _truth) = (new Int128[edition.Count], new Int128[edition.Count], new Int128[edition.Count]);
        IsSecret = new bool[edition.Count];
        _shown = edition.RowOfCell.Count;
        Array.Fill(High, CellIntervals.Unbounded);
        for (var cell = 0; cell < edition.RowOfCell.Count; cell++)
        {
            var (member, row) = edition.RowOfCell[cell];
            _truth[cell] = truth[member][row];
            IsSecret[cell] = values[cell] is null || (_truth[cell] > 0 && _truth[cell] < reach.Base);
            (Low[cell], High[cell]) = values[cell] is { } value
                ? (reach.Least(value), value + reach.Above)
                : (edition.Tables[member].MayHideZeros ? 0 : 1, CellIntervals.Unbounded);
        }
    }

    /// <summary>The least each cell can be by its own number.</summary>
    public Int128[] Low { get; }

    /// <summary>The most each cell can be by its own number, or <see cref="CellIntervals.Unbounded"/>.</summary>
    public Int128[] High { get; }

    /// <summary>Whether a cell is suppressed, or its true count is small.</summary>
    public bool[] IsSecret { get; }

    /// <summary>Whether a table shows a cell.</summary>
    public bool Has(int cell) => cell < _shown;

    /// <summary>The true count of a cell that some table shows.</summary>
    public Int128 Truth(int cell) => _truth[cell];

    /// <summary>How much more than the truth a cell can be, whatever the others are.</summary>
    public Int128 Up(int cell) => High[cell] == CellIntervals.Unbounded ? CellIntervals.Unbounded : High[cell] - _truth[cell];

    /// <summary>How much less than the truth a cell can be, whatever the others are.</summary>
    public Int128 Down(int cell) => _truth[cell] - Low[cell];

    /// <summary>The intervals, to be tightened.</summary>
    public CellIntervals Intervals()
    {
        var intervals = new CellIntervals(Low.Length);
        for (var cell = 0; cell < Low.Length; cell++)
        {
            intervals.Raise(cell, Low[cell]);
            if (High[cell] != CellIntervals.Unbounded)
            {
                intervals.Lower(cell, High[cell]);
            }
        }

        return intervals;
    }
}
