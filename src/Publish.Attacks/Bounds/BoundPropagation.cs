using System.Globalization;
using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Bounds;

/// <summary>
/// Finds suppressed cells that only one value fits, because contributions are not negative, counts are whole and a
/// row says "at least one": 15 = 10 + 3 + x + x leaves 1 for each x. Works one sum at a time, so it finds what a
/// reader with a pencil finds. Sums are left to the interval attack, which knows what is asked of them.
/// </summary>
/// <param name="published">All tables of the edition that one audience can read.</param>
/// <param name="options">What the public knows; <see langword="null"/> for the defaults.</param>
public sealed class BoundPropagation(PublishedEdition published, BoundOptions? options = null) : IAttack
{
    private readonly BoundOptions _options = options ?? new BoundOptions();
    private readonly SortedDictionary<(int Table, int Row), Witness?> _found = [];
    private readonly HashSet<(int Table, int Row)> _examined = [];
    private Witness? _contradiction;
    private bool _isUnfinished;

    /// <summary>Attacks tables by themselves.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="options">What the public knows; <see langword="null"/> for the defaults.</param>
    public BoundPropagation(IReadOnlyList<PublishedTable> tables, BoundOptions? options = null)
        : this(new PublishedEdition(tables), options)
    {
    }

    /// <inheritdoc/>
    public string Name => "bound-propagation";

    /// <inheritdoc/>
    public string Knows =>
        (_options.PresentMeansAtLeastOne ? "All published cells, and that a suppressed row has at least one" : "All published cells")
        + (_options.SuppressedIsBelow is null ? "." : ", and that suppressed counts are below the threshold.");

    /// <inheritdoc/>
    public AttackResult Run()
    {
        foreach (var family in published.Families)
        {
            var layout = published.Layout(family.Tables);
            foreach (var values in family.Measures.Select(name => new CellValues(layout.Cells, name)))
            {
                if (MeasureFamily.Measure(layout.Cells.Tables[0], values.Name)!.Kind == MeasureKind.Count && values.RoundingUnit == 0)
                {
                    Attack(family, layout, values);
                }
            }
        }

        var verdict = _found.Count > 0 || _contradiction is not null ? AttackVerdict.Broken
            : _isUnfinished ? AttackVerdict.NotProven : AttackVerdict.Withstood;
        IEnumerable<Witness> contradictions = _contradiction is null ? [] : [_contradiction];
        return new AttackResult(
            Name,
            verdict,
            _examined.Count,
            "suppressed cells",
            _found.Count + contradictions.Count(),
            [.. contradictions, .. _found.Values.OfType<Witness>()],
            []);
    }

    private void Attack(MeasureFamily family, EditionLayout layout, CellValues values)
    {
        var (edition, sums) = layout;
        var intervals = PublicBounds.Of(edition, values, _options);
        var additive = family.AdditiveSets(edition);
        var tightening = new BoundTightening(sums, additive, intervals, edition.Count);
        _isUnfinished |= !tightening.Run((long)_options.Rounds * sums.Count);
        if (intervals.Contradiction >= 0)
        {
            _contradiction = Contradiction(edition, values, intervals.Contradiction);
            return;
        }

        foreach (var (member, row) in SuppressedRows(edition))
        {
            var cell = edition.CellOfRow[member][row];
            var place = (family.Tables[member], row);
            _examined.Add(place);
            if (intervals.IsExact(cell) && !_found.ContainsKey(place))
            {
                var isWritten = _found.Count < _options.MaximumWitnesses;
                _found.Add(place, isWritten ? Exact(family, edition, values, (member, row), intervals.Low(cell), Because(layout, values, tightening.LastSum[cell]), Terms(family, layout, values, tightening.LastSum[cell])) : null);
            }
        }
    }

    private static IEnumerable<(int Member, int Row)> SuppressedRows(EditionCells edition) =>
        from member in Enumerable.Range(0, edition.Tables.Count)
        from row in Enumerable.Range(0, edition.Tables[member].Rows)
        where edition.Tables[member].IsSuppressed(row)
        select (member, row);

    private static Witness Exact(
        MeasureFamily family, EditionCells edition, CellValues values, (int Member, int Row) at, Int128 value, string because, List<WitnessTerm> terms)
    {
        var table = edition.Tables[at.Member];
        return new Witness(
            AttackCodes.Bounded,
            string.Create(CultureInfo.InvariantCulture, $"{table.Name}, row {at.Row + 1}"),
            $"{table.Describe(at.Row)}, {values.Name} = {DecimalText.Of(value, values.Scale)}{because}.")
        {
            Table = family.Tables[at.Member],
            Row = at.Row,
            Terms = terms,
            Values = [new WitnessValue(values.Name, value, 1, values.Scale)],
        };
    }

    private static Witness Contradiction(EditionCells edition, CellValues values, int cell) =>
        new(AttackCodes.Contradiction, edition.Tables[0].Name, $"No value of {values.Name} is left for {Describe(edition, cell)}.");

    // The published cells of the sum: what they leave is what the hidden ones share.
    private static List<WitnessTerm> Terms(MeasureFamily family, EditionLayout layout, CellValues values, int sum)
    {
        var places = new CellPlaces(family, layout.Cells);
        var terms = new List<WitnessTerm>();
        if (sum >= 0 && layout.Sums.Total(sum) is >= 0 and var total && values[total] is not null)
        {
            terms.Add(places.Term(total, 1));
        }

        foreach (var part in sum < 0 ? [] : layout.Sums.Parts(sum))
        {
            if (values[part] is not null)
            {
                terms.Add(places.Term(part, -1));
            }
        }

        return terms;
    }

    private static string Because(EditionLayout layout, CellValues values, int sum)
    {
        if (sum < 0)
        {
            return "";
        }

        var total = layout.Sums.Total(sum) < 0 ? "0" : Term(layout.Cells, values, layout.Sums.Total(sum));
        var parts = layout.Sums.Parts(sum);
        var terms = parts[..Math.Min(8, parts.Length)].ToArray().Select(part => Term(layout.Cells, values, part));
        return $": nothing else fits {total} = {string.Join(" + ", terms)}{(parts.Length > 8 ? " + …" : "")}";
    }

    private static string Term(EditionCells edition, CellValues values, int cell) =>
        values[cell] is { } value ? DecimalText.Of(value, values.Scale) : Describe(edition, cell);

    private static string Describe(EditionCells edition, int cell) =>
        cell < edition.RowOfCell.Count
            ? edition.Tables[edition.RowOfCell[cell].Table].Describe(edition.RowOfCell[cell].Row)
            : "an unpublished margin";
}
