using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Groups;

/// <summary>
/// Finds listed margins all of whose respondents are in one category: whoever is known to be in the margin is then known to
/// be in the category. An absent cell says zero, so hiding the one full cell hides nothing, and nor does hiding the margin:
/// the zeros beside it must be hidden (Hundepool et al., *Handbook on Statistical Disclosure Control* 2024, ch. 4.2, group
/// disclosure).
/// </summary>
/// <param name="published">All tables of the edition that one audience can read.</param>
/// <param name="keys">The key variables whose categories are secrets, by name; <see langword="null"/> for all.</param>
public sealed class GroupDisclosureAttack(PublishedEdition published, IReadOnlyCollection<string>? keys = null) : IAttack
{
    private readonly WitnessLog _log = new();
    private readonly HashSet<(int Whole, int Part)> _reported = [];
    private long _examined;

    /// <inheritdoc/>
    public string Name => "group-disclosure";

    /// <inheritdoc/>
    public string Knows => "All published cells, that absent combinations are 0, and who belongs to a published margin.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        foreach (var family in published.Families)
        {
            var layout = published.Layout(family.Tables);
            foreach (var name in family.Measures.Where(name => MeasureFamily.Measure(layout.Cells.Tables[0], name)!.Kind == MeasureKind.Count))
            {
                _reported.Clear();
                Attack(family, layout, new CellValues(layout.Cells, name));
            }
        }

        return _log.Result(Name, _examined, "margins");
    }

    private void Attack(MeasureFamily family, EditionLayout layout, CellValues values)
    {
        var (edition, sums) = layout;
        for (var sum = 0; sum < sums.Count && values.RoundingUnit == 0; sum++)
        {
            var total = sums.Total(sum);
            if (total < 0 || total >= edition.RowOfCell.Count || values[total] <= 0 || !Sorts(edition, total, sums.FinerSet(sum)))
            {
                continue;
            }

            _examined++;
            var full = Full(edition, values, values[total], sums.Parts(sum));
            if (full >= 0 && _reported.Add((total, full)))
            {
                Report(family, edition, values, total, full);
            }
        }
    }

    // The one part that everybody is in, or −1: it has the whole count, or all others are shown or known to be empty.
    private static int Full(EditionCells edition, CellValues values, Int128? whole, ReadOnlySpan<int> parts)
    {
        var (open, last) = (0, -1);
        foreach (var part in parts)
        {
            if (whole is not null && values[part] == whole)
            {
                return part;
            }

            if (!(values[part] <= 0))
            {
                (open, last) = (open + 1, part);
            }
        }

        return open == 1 && last < edition.RowOfCell.Count ? last : -1;
    }

    // A finer set sorts a margin's respondents when it refines a key whose categories are secrets and the refined
    // category is not the only one there is: the only district of a region tells nothing.
    private bool Sorts(EditionCells edition, int total, int finer)
    {
        for (var key = 0; key < edition.KeyNames.Count; key++)
        {
            var (coarse, fine) = (edition.Sets.Levels(edition.SetOf(total))[key], edition.Sets.Levels(finer)[key]);
            if (coarse != fine
                && keys?.Contains(edition.KeyNames[key]) != false
                && edition.Nodes(key).HasSeveralBelow(edition.NodeOf(total, key), fine))
            {
                return true;
            }
        }

        return false;
    }

    private void Report(MeasureFamily family, EditionCells edition, CellValues values, int total, int part)
    {
        var places = new CellPlaces(family, edition);
        _log.Add(
            AttackCodes.GroupDisclosure,
            published.Tables,
            places.Of(part),
            $"All {(values[total] is { } count ? $"{count} " : "")}respondents of {places.Describe(total)} are in {places.Describe(part)}.",
            [places.Term(total, 1)],
            values[total] is { } whole ? [new WitnessValue(values.Name, whole, 1, values.Scale)] : []);
    }
}
