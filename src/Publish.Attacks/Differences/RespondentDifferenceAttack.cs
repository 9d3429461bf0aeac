using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Differences;

/// <summary>
/// Subtracts from every published count of respondents every published count within it. Where respondents recur in
/// several cells, hidden cells beside the second do not blur the difference: 12 in the region, 10 of them in the
/// district, so exactly 2 are nowhere in the district. Where they do not recur, the difference is a sum of cells, and
/// the solving attacks deal with it.
/// </summary>
/// <param name="published">All tables of the edition that one audience can read.</param>
/// <param name="threshold">t: a group of 1 to t − 1 respondents is a secret; at least 1.</param>
/// <param name="recurs">
/// Whether respondents recur in several cells of the grouping set of a row, by table and row; <see langword="null"/> takes
/// every count that does not add up for one of recurring respondents.
/// </param>
public sealed class RespondentDifferenceAttack(
    PublishedEdition published, Int128 threshold, Func<int, int, bool>? recurs = null) : IAttack
{
    private readonly WitnessLog _log = new();
    private long _examined;

    /// <inheritdoc/>
    public string Name => "respondent-differences";

    /// <inheritdoc/>
    public string Knows => "The published counts of respondents, and which cell lies within which.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        foreach (var family in published.Families)
        {
            var edition = published.Layout(family.Tables).Cells;
            var additive = family.AdditiveSets(edition);
            foreach (var name in family.Measures.Where(name => MeasureFamily.Measure(edition.Tables[0], name)!.Kind == MeasureKind.Count))
            {
                Attack(family, edition, additive, new CellValues(edition, name));
            }
        }

        return _log.Result(Name, _examined, "differences");
    }

    private void Attack(MeasureFamily family, EditionCells edition, bool[] additive, CellValues values)
    {
        for (var fine = 0; fine < edition.PublishedSets && values.RoundingUnit == 0; fine++)
        {
            for (var coarse = 0; coarse < edition.PublishedSets && !additive[fine] && Recurs(family, edition, fine); coarse++)
            {
                if (coarse != fine && edition.Sets.IsCoarserOrEqual(coarse, fine))
                {
                    Subtract(family, edition, values, coarse, fine);
                }
            }
        }
    }

    private bool Recurs(MeasureFamily family, EditionCells edition, int set)
    {
        var (member, row) = edition.RowOfCell[edition.CellsOf(set)[0]];
        return recurs?.Invoke(family.Tables[member], row) != false;
    }

    private void Subtract(MeasureFamily family, EditionCells edition, CellValues values, int coarse, int fine)
    {
        foreach (var within in edition.CellsOf(fine))
        {
            if (values[within] is not { } part || !edition.TryProject(within, coarse, out var code)
                || edition.Find(code) is not (>= 0 and var cell) || values[cell] is not { } whole)
            {
                continue;
            }

            _examined++;
            if (whole - part > 0 && whole - part < threshold)
            {
                Report(family, edition, values, cell, within);
            }
        }
    }

    private void Report(MeasureFamily family, EditionCells edition, CellValues values, int cell, int within)
    {
        var places = new CellPlaces(family, edition);
        var (whole, part) = (values[cell]!.Value, values[within]!.Value);
        _log.Add(
            AttackCodes.Difference,
            published.Tables,
            places.Of(cell),
            $"{whole} − {part} = {whole - part}: so many respondents of {places.Describe(cell)} are not in {places.Describe(within)}, fewer than {threshold}.",
            [places.Term(cell, 1), places.Term(within, -1)],
            [new WitnessValue(values.Name, whole - part, 1, values.Scale)]);
    }
}
