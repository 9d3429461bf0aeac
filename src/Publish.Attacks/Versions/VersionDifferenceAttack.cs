using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Versions;

/// <summary>
/// Compares a correction with the version it supersedes, which readers may have kept. A cell that was hidden must stay
/// hidden: what did not change would be shown of it. And what changed, in a cell or in hidden cells together, must be due
/// to as many respondents as a cell needs, or the change tells of the few whose rows were corrected (differencing:
/// Hundepool et al., <em>Handbook on Statistical Disclosure Control</em>, 2024, ch. 5, with versions in the place of tables).
/// </summary>
/// <param name="versions">Each table as it was before, and as it is now.</param>
/// <param name="threshold">t: a change of 1 to t − 1 respondents is a secret; at least 1.</param>
/// <remarks>
/// A count tells how many respondents came or went at least. Where other numbers change and the count does not, nobody
/// outside can tell how many are behind it: the attack then ends as <see cref="AttackVerdict.NotProven"/>.
/// </remarks>
public sealed class VersionDifferenceAttack(
    IReadOnlyList<(PublishedTable Before, PublishedTable Now)> versions, Int128 threshold) : IAttack
{
    private readonly WitnessLog _log = new();
    private readonly PublishedTable[] _now = [.. versions.Select(version => version.Now)];
    private long _examined;
    private bool _isProven = true;

    /// <inheritdoc/>
    public string Name => "version-differences";

    /// <inheritdoc/>
    public string Knows => "The published cells of a version and of the one it supersedes.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var differences = new List<TableDifference>();
        for (var table = 0; table < versions.Count; table++)
        {
            if (TableDifference.Of(versions[table].Before, versions[table].Now) is { } difference)
            {
                differences.Add(difference);
                AttackCells(table, difference);
            }
            else
            {
                _log.Add(AttackCodes.VersionLayout, versions[table].Now.Name, "");
            }
        }

        if (differences.Count == versions.Count)
        {
            AttackRemainders(new PublishedEdition([.. differences.Select(difference => difference.Table)]), differences);
        }

        var result = _log.Result(Name, _examined, "differences");
        return _isProven || result.Verdict == AttackVerdict.Broken ? result : result with { Verdict = AttackVerdict.NotProven };
    }

    private void AttackCells(int table, TableDifference difference)
    {
        var (before, now) = versions[table];
        _isProven &= !AreRenamed(before, now);
        for (var row = 0; row < difference.Table.Rows; row++)
        {
            _examined++;
            var (earlier, later) = (difference.Before[row], difference.Now[row]);
            if (earlier >= 0 && before.IsSuppressed(earlier) && !(later >= 0 && now.IsSuppressed(later)))
            {
                Report(AttackCodes.ShownAfterHidden, table, later, $"{difference.Table.Describe(row)} was suppressed in the version before, and is not any more.");
            }
            else if (!difference.Table.IsSuppressed(row) && IsChanged(difference.Table, row))
            {
                Judge(CountsOf(difference.Table).Select(count => count.Values[row]!.Value), change =>
                    Report(AttackCodes.VersionDifference, table, later, $"{difference.Table.Describe(row)} changed by {change} respondents, fewer than {threshold}."));
            }
        }
    }

    // Where labels went and others came, a cell may be the same under another name, and its change is not what it seems.
    private static bool AreRenamed(PublishedTable before, PublishedTable now) => before.Keys.SelectMany(key => key.Levels)
        .Zip(now.Keys.SelectMany(key => key.Levels))
        .Any(level => level.First.Labels.Except(level.Second.Labels, StringComparer.Ordinal).Any()
            && level.Second.Labels.Except(level.First.Labels, StringComparer.Ordinal).Any());

    // What changed in the hidden parts of a total: what changed in the total and not in the parts that are shown.
    private void AttackRemainders(PublishedEdition edition, List<TableDifference> differences)
    {
        foreach (var family in edition.Families)
        {
            var (cells, sums) = edition.Layout(family.Tables);
            var additive = family.AdditiveSets(cells);
            var values = family.Measures.Select(name => new CellValues(cells, name)).ToArray();
            var sumsOf = SumsOf(sums, cells.Count);
            for (var sum = 0; sum < sums.Count; sum++)
            {
                if (Array.Exists(values, each => IsRemainderChanged(each, sums, sum)))
                {
                    _examined++;

                    // Sums that share hidden cells can be put together, and what is left then may be due to fewer.
                    _isProven &= !IsShared(values[0], sums, sum, sumsOf);
                    var counts = values.Where((_, index) => additive[sums.FinerSet(sum)] && IsExactCount(cells.Tables[0], family.Measures[index]));
                    Judge(counts.Select(each => Remainder(each, sums, sum)), change => ReportRemainder(family, cells, differences, sums.Total(sum), change));
                }
            }
        }
    }

    private static int[] SumsOf(CellSums sums, int cells)
    {
        var sumsOf = new int[cells];
        for (var sum = 0; sum < sums.Count; sum++)
        {
            foreach (var part in sums.Parts(sum))
            {
                sumsOf[part]++;
            }

            if (sums.Parts(sum).Length > 0 && sums.Total(sum) >= 0)
            {
                sumsOf[sums.Total(sum)]++;
            }
        }

        return sumsOf;
    }

    private static bool IsShared(CellValues values, CellSums sums, int sum, int[] sumsOf)
    {
        var isShared = false;
        foreach (var part in sums.Parts(sum))
        {
            isShared |= values[part] is null && sumsOf[part] > 1;
        }

        return isShared;
    }

    private void Judge(IEnumerable<Int128> changes, Action<Int128> report)
    {
        Int128[] all = [.. changes.Select(Int128.Abs)];
        if (Array.Exists(all, change => change > 0 && change < threshold))
        {
            report(all.First(change => change > 0 && change < threshold));
        }
        else if (!Array.Exists(all, change => change >= threshold))
        {
            _isProven = false;
        }
    }

    private static bool IsRemainderChanged(CellValues values, CellSums sums, int sum)
    {
        var (total, hasHidden) = (sums.Total(sum), false);
        var isAnyChanged = total >= 0 && values[total] is { } whole && whole != 0;
        foreach (var part in sums.Parts(sum))
        {
            hasHidden |= values[part] is null;
            isAnyChanged |= values[part] is { } change && change != 0;
        }

        // Means do not add up; what a count makes of them does, so that any change of one may tell.
        return hasHidden && (total < 0 || values[total] is not null) && (values.IsMean ? isAnyChanged : Remainder(values, sums, sum) != 0);
    }

    private static Int128 Remainder(CellValues values, CellSums sums, int sum)
    {
        var rest = sums.Total(sum) < 0 ? 0 : values[sums.Total(sum)] ?? 0;
        foreach (var part in sums.Parts(sum))
        {
            rest -= values[part] ?? 0;
        }

        return rest;
    }

    private static bool IsChanged(PublishedTable difference, int row) =>
        difference.Measures.Any(measure => measure.Values[row] is not { } change || change != 0);

    private static IEnumerable<PublishedMeasure> CountsOf(PublishedTable difference) =>
        difference.Measures.Where(measure => IsExactCount(difference, measure.Name));

    private static bool IsExactCount(PublishedTable difference, string name) =>
        difference.Measure(name) is { Kind: MeasureKind.Count, RoundingUnit: var unit, Noise: MeasureNoise.None } && unit == 0;

    private void ReportRemainder(MeasureFamily family, EditionCells cells, List<TableDifference> differences, int total, Int128 change)
    {
        var places = new CellPlaces(family, cells);
        var (table, row) = total >= 0 && places.Has(total) ? places.Of(total) : (family.Tables[0], -1);
        var cell = row >= 0 ? places.Describe(total) : "an unpublished margin";
        Report(AttackCodes.VersionDifference, table, row < 0 ? -1 : differences[table].Now[row], $"The hidden cells of {cell} changed by {change} respondents, fewer than {threshold}.");
    }

    private void Report(Codes.Code code, int table, int row, FormattableString text)
    {
        if (row >= 0)
        {
            _log.Add(code, _now, table, row, text);
        }
        else
        {
            _log.Add(code, _now[table].Name, FormattableString.Invariant(text));
        }
    }
}
