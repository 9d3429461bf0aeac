using Publish.Attacks.Editions;
using Publish.Attacks.Systems;

namespace Publish.Attacks.Solving;

/// <summary>
/// The linear system one family of measures publishes: every cell of every table once, the sums the layout implies,
/// and as known every cell that some table shows.
/// </summary>
internal sealed class PublishedSystem
{
    private readonly Dictionary<int, (int Member, int Row)> _publisher = [];

    /// <summary>Builds the system.</summary>
    /// <param name="layout">The layout of the family's tables.</param>
    /// <param name="family">The family.</param>
    /// <param name="extraUnknowns">Unknown cells to reserve behind the edition's.</param>
    public PublishedSystem(EditionLayout layout, MeasureFamily family, int extraUnknowns = 0)
    {
        (Edition, Family) = (layout.Cells, family);
        AdditiveSets = family.AdditiveSets(Edition);
        System = new LinearSystem(Edition.Count + extraUnknowns);
        MarkKnown();
        for (var sum = 0; sum < layout.Sums.Count; sum++)
        {
            AddSum(layout.Sums.FinerSet(sum), layout.Sums.Total(sum), layout.Sums.Parts(sum));
        }
    }

    /// <summary>The family.</summary>
    public MeasureFamily Family { get; }

    /// <summary>The cells of the family's tables.</summary>
    public EditionCells Edition { get; }

    /// <summary>Which grouping sets' cells add up to coarser ones.</summary>
    public bool[] AdditiveSets { get; }

    /// <summary>The system; cells are numbered as in the edition.</summary>
    public LinearSystem System { get; }

    /// <summary>The row that publishes a known cell: member of the family and row; <see langword="null"/> for unknown cells.</summary>
    public (int Member, int Row)? Publisher(int cell) => _publisher.TryGetValue(cell, out var row) ? row : null;

    /// <summary>Adds total = Σ parts where the measure allows it.</summary>
    /// <param name="partsSet">The grouping set that the parts belong to or refine.</param>
    /// <param name="total">The total, or −1 when it is 0.</param>
    /// <param name="parts">The parts.</param>
    public void AddSum(int partsSet, int total, ReadOnlySpan<int> parts)
    {
        // Counts of respondents who recur do not add up, yet one part alone is the whole.
        if (AdditiveSets[partsSet] || parts.Length <= 1)
        {
            System.AddSum(total, parts);
        }
    }

    private void MarkKnown()
    {
        for (var member = 0; member < Edition.Tables.Count; member++)
        {
            var table = Edition.Tables[member];
            var measures = Family.Measures.Select(name => MeasureFamily.Measure(table, name)!).ToList();
            for (var row = 0; row < table.Rows; row++)
            {
                var cell = Edition.CellOfRow[member][row];
                if (!table.IsSuppressed(row) && measures.Exists(measure => measure.Values[row] is not null)
                    && _publisher.TryAdd(cell, (member, row)))
                {
                    System.MarkKnown(cell);
                }
            }
        }
    }
}
