using Publish.Attacks.Bounds;
using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Perturbation;

/// <summary>
/// Works out true counts from rounded ones: a rounded number is an interval, and true counts are whole, not negative and
/// add up although rounded ones do not. Of every cell that is suppressed or whose true count is small it proves that at
/// least two counts agree with everything published, or shows that one is left.
/// </summary>
/// <remarks>
/// One sum at a time first (bounds propagation); then tables near the true one; for the rest linear programmes over all
/// cells and, where these are few, a complete search. What is decided by none of these is not proven, and not taken for
/// safe. The auditor's knowledge of the true table serves to find tables; the intruder it stands for has none of it.
/// </remarks>
/// <param name="complete">The tables of the edition, with a row for every cell (<see cref="CompleteTable"/>).</param>
/// <param name="truth">The true count of every row of these.</param>
/// <param name="classes">
/// The joint classes of all keys, with the respondents that are in each and in no other under the name of the count; who
/// is in others too as <see cref="CountedMeasure.Staying"/>.
/// </param>
/// <param name="reach">The rounding.</param>
/// <param name="options">How hard to try; <see langword="null"/> for the defaults.</param>
public sealed class RoundingBounds(
    IReadOnlyList<PublishedTable> complete,
    IReadOnlyList<IReadOnlyList<Int128>> truth,
    CountedClasses classes,
    RoundingReach reach,
    RoundingOptions? options = null) : IAttack
{
    private const int Rounds = 50;
    private const int MaximumWitnesses = 100;

    private readonly RoundingOptions _options = options ?? new RoundingOptions();
    private readonly List<Witness> _witnesses = [];
    private long _examined;
    private long _single;
    private long _open;
    private long _byMoves;

    /// <inheritdoc/>
    public string Name => "rounding-bounds";

    /// <inheritdoc/>
    public string Knows => "All published cells, the rounding and its base, and which combinations nobody can be in.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var published = new PublishedEdition(complete);
        foreach (var family in published.Families)
        {
            var layout = published.Layout(family.Tables);
            foreach (var values in family.Measures.Select(name => new CellValues(layout.Cells, name)))
            {
                var cells = new RoundedCells(layout.Cells, values, [.. family.Tables.Select(table => truth[table])], reach);
                Attack(family, layout, values, cells, new RoundingWitness(published, new CellPlaces(family, layout.Cells), values.Name));
            }
        }

        var verdict = _single > 0 ? AttackVerdict.Broken : _open > 0 ? AttackVerdict.NotProven : AttackVerdict.Withstood;
        return new AttackResult(
            Name,
            verdict,
            _examined,
            "suppressed and small counts",
            _single + _open,
            _witnesses,
            [new AttackFigure("counts proven by moves", _byMoves), new AttackFigure("counts not proven", _open)]);
    }

    private void Attack(MeasureFamily family, EditionLayout layout, CellValues values, RoundedCells cells, RoundingWitness witness)
    {
        int[] secret = [.. Enumerable.Range(0, layout.Cells.RowOfCell.Count).Where(cell => cells.IsSecret[cell])];
        _examined += secret.Length;
        var intervals = cells.Intervals();
        new BoundTightening(layout.Sums, family.AdditiveSets(layout.Cells), intervals, layout.Cells.Count).Run((long)Rounds * layout.Sums.Count);
        if (FirstImpossible(cells, intervals) is { } impossible)
        {
            _single++;
            _witnesses.Add(witness.Contradiction(impossible));
            return;
        }

        var joint = new RoundedClasses(layout.Cells, classes, values.Name);
        var moves = new RoundingMoves(cells, joint, _options.MoveEffort);
        int[] rest = [.. secret.Where(cell => intervals.IsExact(cell) || !moves.Find(cell))];
        _byMoves += secret.Length - rest.Length;
        var programs = new RoundingPrograms(cells, joint, _options);

        // What is decided already comes last: there programmes only find the arithmetic.
        foreach (var cell in rest.OrderBy(intervals.IsExact))
        {
            Judge(cell, programs.Ask(cell), intervals.IsExact(cell), cells.Truth(cell), witness);
        }
    }

    // Numbers that do not agree with the true ones are somebody else's finding; here they would prove anything.
    private static int? FirstImpossible(RoundedCells cells, CellIntervals intervals)
    {
        if (intervals.Contradiction >= 0)
        {
            return intervals.Contradiction;
        }

        return cells.IsSecret.Index().Where(each => cells.Has(each.Index) && (cells.Up(each.Index) < 0 || cells.Down(each.Index) < 0))
            .Select(each => (int?)each.Index)
            .FirstOrDefault();
    }

    private void Judge(int cell, RoundingAnswer answer, bool isExact, Int128 count, RoundingWitness witness)
    {
        if (isExact || answer.Outcome == RoundingOutcome.Single)
        {
            _single++;
            Witness[] witnesses = answer is { Most: { } most, Least: { } least }
                ? [witness.End(cell, 1, most), witness.End(cell, -1, least)]
                : [witness.Single(cell, count)];
            Array.ForEach(witnesses, Write);
        }
        else if (answer.Outcome == RoundingOutcome.Open)
        {
            _open++;
            Write(witness.Open(cell));
        }
    }

    private void Write(Witness witness)
    {
        if (_witnesses.Count < MaximumWitnesses)
        {
            _witnesses.Add(witness);
        }
    }
}
