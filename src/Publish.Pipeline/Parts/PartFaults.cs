using Publish.Codes;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Validation;

namespace Publish.Pipeline.Parts;

/// <summary>The faults of a folder: each place names its part, then row and line in that part.</summary>
/// <param name="names">The parts' names.</param>
/// <param name="listed">How many faults to list of each kind.</param>
internal sealed class PartFaults(IReadOnlyList<string> names, int listed)
{
    /// <summary>What the strict reader found wrong.</summary>
    /// <param name="tables">The tables of the parts.</param>
    public IReadOnlyList<FindingGroup> OfReading(IReadOnlyList<PartialClassTable> tables) =>
        Join(tables, table => table.Summary.ReaderFaults);

    /// <summary>What is wrong with values of parts that can be read.</summary>
    /// <param name="plan">What the passes have filled.</param>
    /// <param name="tables">The tables of the parts.</param>
    /// <param name="stores">The values of unique columns of all parts.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public IReadOnlyList<FindingGroup> OfValues(
        GroupingPlan plan, IReadOnlyList<PartialClassTable> tables, PassStores stores, CancellationToken cancellation) =>
    [
        .. IdentifierFaults.Of(plan, [.. tables.Select(table => table.Summary.Identifiers)]),
        .. Join(tables, table => table.Summary.KeyFaults),
        .. stores.Repeats(listed, cancellation).Select(repeats => new FindingGroup(
            ValidationCodes.NotUnique, repeats.Count, [.. repeats.First.Select(place => Repeat(plan.Columns[repeats.Column].Name, place))])),
    ];

    private IReadOnlyList<FindingGroup> Join(
        IReadOnlyList<PartialClassTable> tables, Func<PartialClassTable, IReadOnlyList<FindingGroup>> faultsOf) =>
    [
        .. tables
            .SelectMany((table, part) => faultsOf(table).Select(group => group with { First = [.. group.First.Select(f => In(part, f))] }))
            .GroupBy(group => group.Code)
            .Select(groups => new FindingGroup(
                groups.Key, groups.Sum(group => group.Count), [.. groups.SelectMany(group => group.First).Take(listed)])),
    ];

    private Finding Repeat(string column, (long Row, long Line) place)
    {
        var (part, row) = Math.DivRem(place.Row, UniqueStore.MostRowsOfPart);
        return In((int)part, RowPlace.Finding(ValidationCodes.NotUnique, (row, place.Line), column));
    }

    private Finding In(int part, Finding finding) => finding with
    {
        Place = finding.Place.Length == 0 ? $"part {names[part]}" : $"part {names[part]}, {finding.Place}",
    };
}
