using System.Globalization;
using Publish.Attacks.Bounds;
using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Perturbation;

/// <summary>
/// Works out true counts from rounded ones: a rounded number is an interval, and true counts add up although rounded
/// ones do not. Finds cells of which one value is left that is small, or that are suppressed. Works one sum at a time
/// (bounds propagation), so it proves nothing about what linear programming would find.
/// </summary>
/// <param name="complete">The tables of the edition, with a row for every cell (<see cref="CompleteTable"/>).</param>
/// <param name="below">How far a true count may be below its rounded number.</param>
/// <param name="above">How far a true count may be above its rounded number.</param>
/// <param name="small">The counts from 1 to below this are small.</param>
public sealed class RoundingBounds(IReadOnlyList<PublishedTable> complete, Int128 below, Int128 above, Int128 small) : IAttack
{
    private const int Rounds = 50;

    private readonly WitnessLog _log = new();

    /// <inheritdoc/>
    public string Name => "rounding-bounds";

    /// <inheritdoc/>
    public string Knows => "All published cells, the rounding and its base, and which combinations nobody is in.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var published = new PublishedEdition(complete);
        long examined = 0;
        var isFinished = true;
        foreach (var family in published.Families)
        {
            var layout = published.Layout(family.Tables);
            foreach (var values in family.Measures.Select(name => new CellValues(layout.Cells, name)))
            {
                var intervals = Start(layout.Cells, values);
                var tightening = new BoundTightening(layout.Sums, family.AdditiveSets(layout.Cells), intervals, layout.Cells.Count);
                isFinished &= tightening.Run((long)Rounds * layout.Sums.Count);
                examined += layout.Cells.Count;
                Report(published, layout.Cells, values, intervals);
            }
        }

        var result = _log.Result(Name, examined, "cells");
        return isFinished || result.Verdict == AttackVerdict.Broken ? result : result with { Verdict = AttackVerdict.NotProven };
    }

    private CellIntervals Start(EditionCells edition, CellValues values)
    {
        var intervals = new CellIntervals(edition.Count);
        for (var cell = 0; cell < edition.Count; cell++)
        {
            if (values[cell] is { } value)
            {
                intervals.Raise(cell, Int128.Max(0, value - below));
                intervals.Lower(cell, value + above);
            }
        }

        return intervals;
    }

    private void Report(PublishedEdition published, EditionCells edition, CellValues values, CellIntervals intervals)
    {
        if (intervals.Contradiction >= 0)
        {
            var (member, row) = edition.RowOfCell[Math.Min(intervals.Contradiction, edition.RowOfCell.Count - 1)];
            _log.Add(AttackCodes.Contradiction, published.Tables, member, row, $"No value of {values.Name} is left for {edition.Tables[member].Describe(row)}.");
            return;
        }

        for (var cell = 0; cell < edition.RowOfCell.Count; cell++)
        {
            var isSecret = values[cell] is null || (intervals.Low(cell) > 0 && intervals.Low(cell) < small);
            if (intervals.IsExact(cell) && isSecret)
            {
                var (member, row) = edition.RowOfCell[cell];
                _log.Add(AttackCodes.RoundedBounds, published.Tables, member, row, $"{edition.Tables[member].Describe(row)}: {values.Name} can only be {intervals.Low(cell).ToString(CultureInfo.InvariantCulture)}.");
            }
        }
    }
}
