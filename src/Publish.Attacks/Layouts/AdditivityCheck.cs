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
/// <param name="published">The tables of an edition.</param>
public sealed class AdditivityCheck(PublishedEdition published) : IAttack
{
    private readonly WitnessLog _log = new();

    /// <summary>Checks tables by themselves.</summary>
    /// <param name="tables">The tables of an edition.</param>
    public AdditivityCheck(IReadOnlyList<PublishedTable> tables)
        : this(new PublishedEdition(tables))
    {
    }

    /// <inheritdoc/>
    public string Name => "additivity";

    /// <inheritdoc/>
    public string Knows => "The published cells.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        long examined = 0;
        foreach (var family in published.Families)
        {
            var (edition, sums) = published.Layout(family.Tables);
            var additive = family.AdditiveSets(edition);
            foreach (var values in family.Measures.Select(name => new CellValues(edition, name)))
            {
                ReportConflicts(family, edition, values);
                for (var sum = 0; sum < sums.Count && !values.IsMean && values.Noise != MeasureNoise.Secret; sum++)
                {
                    examined++;
                    Check(family, edition, values, sums.Total(sum), sums.Parts(sum), additive[sums.FinerSet(sum)]);
                }
            }
        }

        return _log.Result(Name, examined, "sums");
    }

    private void ReportConflicts(MeasureFamily family, EditionCells edition, CellValues values)
    {
        foreach (var (member, row) in values.Conflicts)
        {
            _log.Add(AttackCodes.Additivity, published.Tables, family.Tables[member], row, $"{edition.Tables[member].Describe(row)} has another {values.Name} than in another table.");
        }
    }

    private void Check(MeasureFamily family, EditionCells edition, CellValues values, int total, ReadOnlySpan<int> parts, bool additive)
    {
        if ((total < 0 ? 0 : values[total]) is not { } whole)
        {
            return;
        }

        var (known, added, largest) = Known(values, parts);
        var tolerance = values.Noise == MeasureNoise.Controlled ? 0 : checked((values.RoundingUnit * (known + 1)) + 1) / 2;
        var isComplete = known == parts.Length;
        var isTooSmall = additive
            ? (isComplete || values.IsNonNegative) && whole < added - tolerance
            : values.IsNonNegative && whole < largest - tolerance;

        // A part that rounds to 0 is absent, so that the parts need not come to the total.
        var isTooLarge = isComplete && values.Noise != MeasureNoise.Rounded && whole > added + tolerance;
        if (isTooSmall || isTooLarge)
        {
            var cell = total >= 0 ? total : parts[0];
            var (member, row) = edition.RowOfCell[cell];
            _log.Add(AttackCodes.Additivity, published.Tables, family.Tables[member], row, $"{edition.Tables[member].Describe(row)}: {values.Name} is {DecimalText.Of(whole, values.Scale)}, its {known} published parts of {parts.Length} come to {DecimalText.Of(added, values.Scale)}.");
        }
    }

    private static (int Known, Int128 Added, Int128 Largest) Known(CellValues values, ReadOnlySpan<int> parts)
    {
        var known = 0;
        Int128 added = 0, largest = 0;
        foreach (var part in parts)
        {
            if (values[part] is { } value)
            {
                largest = known == 0 ? value : Int128.Max(largest, value);
                added = checked(added + value);
                known++;
            }
        }

        return (known, added, largest);
    }
}
