using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Layouts;

/// <summary>
/// Compares every published total with its published parts, over all tables of an edition. Where a measure adds up:
/// total = Σ parts when all are published, and total ≥ Σ published parts when contributions are not negative. Where
/// respondents recur: the largest part ≤ total ≤ Σ parts. Rounded numbers may be off by half a unit each. A cell that
/// two tables publish has one value.
/// </summary>
/// <param name="tables">The tables of an edition.</param>
public sealed class AdditivityCheck(IReadOnlyList<PublishedTable> tables) : IAttack
{
    private readonly WitnessLog _log = new();

    /// <inheritdoc/>
    public string Name => "additivity";

    /// <inheritdoc/>
    public string Knows => "The published cells.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        long examined = 0;
        foreach (var family in MeasureFamily.Of(tables))
        {
            var edition = new EditionCells([.. family.Tables.Select(table => tables[table])]);
            var additive = family.AdditiveSets(edition);
            var sums = CellSums.Of(edition).ToList();
            foreach (var values in family.Measures.Select(name => new CellValues(edition, name)))
            {
                ReportConflicts(family, edition, values);
                foreach (var sum in values.IsMean ? [] : sums)
                {
                    examined++;
                    Check(family, edition, values, sum, additive[sum.FinerSet]);
                }
            }
        }

        return _log.Result(Name, examined, "sums");
    }

    private void ReportConflicts(MeasureFamily family, EditionCells edition, CellValues values)
    {
        foreach (var (member, row) in values.Conflicts)
        {
            _log.Add(AttackCodes.Additivity, tables, family.Tables[member], row, $"{edition.Tables[member].Describe(row)} has another {values.Name} than in another table.");
        }
    }

    private void Check(MeasureFamily family, EditionCells edition, CellValues values, CellSum sum, bool additive)
    {
        var total = sum.Total < 0 ? 0 : values[sum.Total];
        if (total is not { } whole)
        {
            return;
        }

        var known = sum.Parts.Where(part => values[part] is not null).ToList();
        Int128 added = 0;
        foreach (var part in known)
        {
            added = checked(added + values[part]!.Value);
        }

        var tolerance = checked((values.RoundingUnit * (known.Count + 1)) + 1) / 2;
        var isComplete = known.Count == sum.Parts.Length;
        var largest = known.Count == 0 ? 0 : known.Max(part => values[part]!.Value);
        var isTooSmall = additive
            ? (isComplete || values.IsNonNegative) && whole < added - tolerance
            : values.IsNonNegative && whole < largest - tolerance;
        if (isTooSmall || (isComplete && whole > added + tolerance))
        {
            var cell = sum.Total >= 0 ? sum.Total : sum.Parts[0];
            var (member, row) = edition.RowOfCell[cell];
            _log.Add(AttackCodes.Additivity, tables, family.Tables[member], row, $"{edition.Tables[member].Describe(row)}: {values.Name} is {DecimalText.Of(whole, values.Scale)}, its {known.Count} published parts of {sum.Parts.Length} come to {DecimalText.Of(added, values.Scale)}.");
        }
    }
}
