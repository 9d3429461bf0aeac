using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Differences;

/// <summary>
/// Differencing between tables that group the same people in ways that do not nest: two sets of age groups, districts and
/// constituencies, a boundary before and after. Where all but one of the overlaps that make up a published cell are
/// known, the last is the difference, and so on from cell to cell; a small one is a secret that no table shows
/// (Hundepool et al., *Handbook on Statistical Disclosure Control* 2024, ch. 5, differencing). The intruder is taken to
/// know which overlaps are empty. The work is linear in overlaps times grouping sets.
/// </summary>
/// <param name="published">All tables of the edition that one audience can read.</param>
/// <param name="classes">The joint classes; only their levels are looked at.</param>
/// <param name="threshold">t: a group of 1 to t − 1 respondents is a secret; at least 1.</param>
public sealed class OverlapAttack(PublishedEdition published, CountedClasses classes, Int128 threshold) : IAttack
{
    private readonly WitnessLog _log = new();
    private long _examined;

    /// <inheritdoc/>
    public string Name => "overlaps";

    /// <inheritdoc/>
    public string Knows => "All published counts of all tables of the edition, and which joint combinations of the keys occur.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        foreach (var family in published.Families.Where(family => family.Tables.Count > 1 && family.Additive.All(additive => additive)))
        {
            var edition = published.Layout(family.Tables).Cells;
            foreach (var name in family.Measures.Where(name => MeasureFamily.Measure(edition.Tables[0], name)!.Kind == MeasureKind.Count))
            {
                var values = new CellValues(edition, name);
                if (values.RoundingUnit == 0)
                {
                    Attack(family, edition, values);
                }
            }
        }

        return _log.Result(Name, _examined, "overlaps");
    }

    private void Attack(MeasureFamily family, EditionCells edition, CellValues values)
    {
        var overlaps = Overlaps.Of(edition, new ClassCells(edition, classes), classes.Rows);
        _examined += overlaps.Count;
        foreach (var found in overlaps.Peel(values))
        {
            if (found.Value > 0 && found.Value < threshold)
            {
                Report(family, edition, values, found);
            }
        }
    }

    private void Report(MeasureFamily family, EditionCells edition, CellValues values, KnownOverlap found)
    {
        var (places, terms) = (new CellPlaces(family, edition), found.Terms());
        _log.Add(
            AttackCodes.Difference,
            published.Tables,
            places.Of(found.Cell),
            $"{found.Value} respondents of {places.Describe(found.Cell)} are all that is left when {terms.Count - 1} other published cells are taken into account, fewer than {threshold}.",
            [.. terms.Select(term => places.Term(term.Key, term.Value))],
            [new WitnessValue(values.Name, found.Value, 1, values.Scale)]);
    }
}
