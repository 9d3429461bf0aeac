using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// The oracle: a reader who writes down between which two numbers every count lies, takes one sum after the other, and
/// stops when nothing moves. Knows the published margins and those that tables share. Slow and simple on purpose.
/// </summary>
internal sealed class PencilReader
{
    private readonly Dictionary<string, (long Low, long? High)> _bounds = [];
    private readonly List<(string Total, string[] Parts)> _sums = [];
    private readonly bool _recur;

    public PencilReader(TableCase @case, ProtectedEdition edition)
    {
        _recur = @case.RowRespondents.Distinct().Count() < @case.RowRespondents.Length;
        var shown = edition.Tables.Select(table => Grid(@case.Hierarchies.Select((h, key) =>
            table.Request.Keys.FirstOrDefault(asked => asked.Key == key)?.Levels ?? [h.LevelCount - 1]))).ToArray();
        var sets = WithSharedMargins(shown.SelectMany(table => table));
        var rows = Combinations(@case, edition);
        foreach (var total in sets)
        {
            foreach (var cell in rows.GroupBy(row => Name(@case, row, total)))
            {
                _bounds[cell.Key] = (0, null);
                _sums.AddRange(sets.Where(set => set != total && IsCoarser(total, set)).Select(set =>
                    (cell.Key, cell.Select(row => Name(@case, row, set)).Distinct().ToArray())));
            }
        }

        foreach (var table in edition.Tables)
        {
            Read(@case, table);
        }
    }

    /// <summary>True when one value only is left for a suppressed cell, or none.</summary>
    public bool FindsASuppressedCell(TableCase @case, ProtectedEdition edition)
    {
        for (var isMoving = true; isMoving;)
        {
            isMoving = false;
            foreach (var sum in _sums)
            {
                isMoving |= Tighten(sum.Total, sum.Parts);
            }

            if (edition.Tables.Any(table => Enumerable.Range(0, table.CellCount).Any(cell =>
                table.Status[cell] != CellStatus.Published && IsExact(NameOf(@case, table, cell)))))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsExact(string name) => _bounds[name].Low >= _bounds[name].High;

    private void Read(TableCase @case, ProtectedTable table)
    {
        for (var cell = 0; cell < table.CellCount; cell++)
        {
            var count = table.Respondents[cell];
            if (table.Status[cell] == CellStatus.Published)
            {
                _bounds[NameOf(@case, table, cell)] = (count, count);
            }
            else if (table.Request.Zeros == ZeroTreatment.Published)
            {
                Move(NameOf(@case, table, cell), 1, null);
            }
        }
    }

    private bool Tighten(string total, string[] parts)
    {
        var low = parts.Select(part => _bounds[part].Low);
        var isMoving = Move(total, _recur ? low.Max() : low.Sum(), Highs(parts));
        foreach (var part in parts)
        {
            string[] others = [.. parts.Where(other => other != part)];
            var less = _recur ? 0 : others.Sum(other => _bounds[other].Low);
            isMoving |= Move(part, Highs(others) is { } high ? _bounds[total].Low - high : 0, _bounds[total].High - less);
        }

        return isMoving;
    }

    private long? Highs(string[] parts) => parts.Aggregate((long?)0, (sum, part) => sum + _bounds[part].High);

    private bool Move(string cell, long low, long? high)
    {
        var before = _bounds[cell];
        _bounds[cell] = (Math.Max(before.Low, low), high is null || before.High < high ? before.High : high);
        return _bounds[cell] != before;
    }

    /// <summary>The combinations that hold someone, and where zeros are secret those that a table hides as empty.</summary>
    private static List<int[]> Combinations(TableCase @case, ProtectedEdition edition) =>
        edition.Tables is [{ Request.Zeros: ZeroTreatment.Protected } table]
            ? [.. Grid(@case.Hierarchies.Select(h => (IReadOnlyList<int>)[.. Enumerable.Range(0, h.Levels[0].CategoryCount)]))
                .Where(codes => Enumerable.Range(0, table.CellCount).Where(cell => table.Request.Keys.Select((key, d) => table.Levels[d][cell] == key.Levels[0]).All(finest => finest)).Any(cell => @case.IsIn(codes, table, cell)))]
            : [.. @case.Combinations()];

    /// <summary>The sets, and the finest that is coarser than two of them, and so on.</summary>
    private static List<int[]> WithSharedMargins(IEnumerable<int[]> shown)
    {
        var sets = shown.DistinctBy(set => string.Join(' ', set)).ToList();
        for (var second = 0; second < sets.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                int[] shared = [.. sets[first].Zip(sets[second], Math.Max)];
                if (!sets.Exists(set => set.SequenceEqual(shared)))
                {
                    sets.Add(shared);
                }
            }
        }

        return sets;
    }

    private static bool IsCoarser(int[] set, int[] other) => set.Zip(other).All(pair => pair.First >= pair.Second);

    private static List<int[]> Grid(IEnumerable<IReadOnlyList<int>> axes) =>
        [.. axes.Aggregate((IEnumerable<int[]>)[[]], (sets, axis) => sets.SelectMany(set => axis.Select(entry => set.Append(entry).ToArray())))];

    private static string Name(TableCase @case, int[] codes, int[] set) =>
        string.Join(' ', set.Select((level, key) => $"{Plain(@case, key, level)}:{@case.CategoryAt(codes, key, level)}"));

    private static string NameOf(TableCase @case, ProtectedTable table, int cell)
    {
        var place = @case.Hierarchies.Select(h => (Level: h.LevelCount - 1, Category: 0)).ToArray();
        for (var d = 0; d < table.Request.Keys.Count; d++)
        {
            place[table.Request.Keys[d].Key] = (table.Levels[d][cell], table.Categories[d][cell]);
        }

        return string.Join(' ', place.Select((at, key) => $"{Plain(@case, key, at.Level)}:{at.Category}"));
    }

    /// <summary>A level of one category is the top under another name.</summary>
    private static int Plain(TableCase @case, int key, int level) =>
        @case.Hierarchies[key].Levels[level].CategoryCount == 1 ? @case.Hierarchies[key].LevelCount - 1 : level;
}
