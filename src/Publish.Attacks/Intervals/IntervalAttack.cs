using Publish.Attacks.Bounds;
using Publish.Attacks.Editions;
using Publish.Attacks.Proofs;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;

namespace Publish.Attacks.Intervals;

/// <summary>
/// Bounds every suppressed cell from below and above over all tables that agree with everything published and with what
/// the public knows, and holds the interval against what the cell's rule asks for. An interval is wide enough when two
/// tables, checked in whole numbers, reach its ends; it is too narrow when a combination of published cells, checked
/// likewise, bounds it; anything else is not proven, and not taken for safe.
/// </summary>
/// <param name="published">All tables of the edition that one audience can read.</param>
/// <param name="requirements">How uncertain suppressed cells must stay.</param>
/// <param name="classes">
/// Which joint classes there are, for the intruder who knows; <see langword="null"/> for the one who has the files alone.
/// </param>
/// <param name="proven">Cells that moves prove wide enough need not be tried; <see langword="null"/> for none.</param>
/// <param name="options">What the public knows, and limits; <see langword="null"/> for the defaults.</param>
public sealed class IntervalAttack(
    PublishedEdition published,
    IReadOnlyList<IntervalRequirement> requirements,
    CountedClasses? classes = null,
    ProvenCells? proven = null,
    IntervalOptions? options = null) : IAttack
{
    private readonly IntervalOptions _options = options ?? new IntervalOptions();
    private readonly List<Witness> _witnesses = [];
    private long _examined;
    private long _byMoves;
    private long _narrow;
    private long _open;

    /// <inheritdoc/>
    public string Name => "intervals";

    /// <inheritdoc/>
    public string Knows => "All published cells of all tables of the edition, that absent combinations are 0, and that counts are whole and not negative.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        foreach (var family in published.Families)
        {
            var layout = published.Layout(family.Tables);
            foreach (var values in family.Measures.Select(name => new CellValues(layout.Cells, name)))
            {
                if (values is { IsMean: false, IsNonNegative: true } && values.RoundingUnit == 0)
                {
                    Attack(family, layout, values);
                }
            }
        }

        var verdict = _narrow > 0 ? AttackVerdict.Broken : _open > 0 ? AttackVerdict.NotProven : AttackVerdict.Withstood;
        return new AttackResult(
            Name,
            verdict,
            _examined,
            "intervals of suppressed cells",
            _narrow + _open,
            _witnesses,
            [new AttackFigure("intervals proven by moves", _byMoves), new AttackFigure("intervals not proven", _open)]);
    }

    private void Attack(MeasureFamily family, EditionLayout layout, CellValues values)
    {
        var known = PublicBounds.Of(layout.Cells, values, _options.Public);
        var needs = IntervalNeed.Of(
            layout.Cells, family, values, cell => values[cell] is null ? known.Low(cell) : 0, requirements, proven?.Of(family));
        _examined += needs.Count;
        _byMoves += needs.Count(need => need.IsProven);
        needs.RemoveAll(need => need.IsProven);
        if (needs.Count == 0)
        {
            return;
        }

        Int128[] floor = [.. Enumerable.Range(0, layout.Cells.Count).Select(known.Low)];
        Int128[] ceiling = [.. Enumerable.Range(0, layout.Cells.Count).Select(known.High)];
        new BoundTightening(layout.Sums, family.AdditiveSets(layout.Cells), known, layout.Cells.Count)
            .Run((long)_options.Public.Rounds * layout.Sums.Count);
        var system = new IntervalSystem(layout, family, values, floor, ceiling, known, classes);
        var shown = needs.Where(need => values[need.Cell] is not null).ToList();
        var groups = needs.Except(shown).GroupBy(need => system.ComponentOf[need.Cell]).OrderBy(group => group.Key).ToArray();
        var found = new IReadOnlyList<CellBound>[groups.Length];
        Parallel.For(0, groups.Length, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads }, group =>
            found[group] = known.Contradiction >= 0 ? [] : Attack(system, known, groups[group].Key, [.. groups[group]]));
        var writer = new IntervalWitness(published, new CellPlaces(family, layout.Cells), values, system);
        foreach (var bound in shown.Select(need => Shown(need, values)).Concat(found.SelectMany(bounds => bounds)))
        {
            _narrow++;
            Write(writer.Narrow(bound));
        }

        var refuted = found.SelectMany(bounds => bounds).Select(bound => bound.Cell).ToHashSet();
        foreach (var need in needs.Except(shown).Where(need => !need.IsProven && !refuted.Contains(need.Cell)))
        {
            _open++;
            Write(writer.Open(need));
        }
    }

    // A published cell is what it is: the first end of the interval that is not there shows it.
    private static CellBound Shown(IntervalNeed need, CellValues values) =>
        new(need.Cell, !need.IsHighReached, need.IsHighReached ? -values[need.Cell]!.Value : values[need.Cell]!.Value, 1, null);

    // A cell that no equation mentions can be anything: what everyone knows of it is all there is.
    private IReadOnlyList<CellBound> Attack(IntervalSystem system, CellIntervals known, int component, IReadOnlyList<IntervalNeed> needs)
    {
        if (component < 0)
        {
            foreach (var need in needs)
            {
                need.Note(known.Low(need.Cell), 1);
                need.Note(known.High(need.Cell), 1);
            }

            return [];
        }

        var cells = system.Components[component].Cells;
        var problem = system.Problem(system.Components[component]);
        return new ComponentAttack(problem, needs, cell => Array.BinarySearch(cells, cell), _options).Run();
    }

    private void Write(Witness witness)
    {
        if (_witnesses.Count < _options.MaximumWitnesses)
        {
            _witnesses.Add(witness);
        }
    }
}
