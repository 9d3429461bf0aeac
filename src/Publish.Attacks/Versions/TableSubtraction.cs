using Publish.Attacks.Tables;

namespace Publish.Attacks.Versions;

/// <summary>Finds each cell of one version of a table in another, and subtracts.</summary>
internal sealed class TableSubtraction
{
    private readonly PublishedTable _before;
    private readonly PublishedTable _now;

    // The earlier version's codes in the later one's numbering; labels that only the earlier one has come after.
    private readonly int[][] _codesBefore;
    private readonly string[][] _labels;

    /// <param name="before">The earlier version.</param>
    /// <param name="now">The later version, of the same keys, levels and measures.</param>
    public TableSubtraction(PublishedTable before, PublishedTable now)
    {
        (_before, _now) = (before, now);
        _labels = [.. Levels(now).Zip(Levels(before), (level, other) => (string[])[.. level.Labels, .. other.Labels.Except(level.Labels, StringComparer.Ordinal)])];
        _codesBefore = [.. Levels(before).Zip(_labels, Recoded)];
    }

    /// <summary>Subtracts.</summary>
    public TableDifference Run()
    {
        var rows = Rows();
        PublishedKey[] keys = [.. _now.Keys.Select((key, index) =>
        {
            var first = _now.Keys.Take(index).Sum(earlier => earlier.Levels.Count);
            return new PublishedKey(key.Name, [.. key.Levels.Select((level, place) => new PublishedLevel(
                level.Name, _labels[first + place], [.. rows.Select(row => row.Now >= 0 ? level.Codes[row.Now] : _codesBefore[first + place][row.Before])]))]);
        })];
        var measures = _now.Measures.Zip(_before.Measures, (now, before) => Difference(before, now, rows));
        var status = rows.Select(row => IsHidden(row) ? PublishedTable.SuppressedMark : "");
        return new TableDifference(
            new PublishedTable(_now.Name, keys, [.. measures], [.. status], _now.TotalMark, mayHideZeros: true),
            [.. rows.Select(row => row.Before)],
            [.. rows.Select(row => row.Now)]);
    }

    private List<(int Before, int Now)> Rows()
    {
        var rowOf = Enumerable.Range(0, _before.Rows).ToDictionary(row => new CellCodes([.. _codesBefore.Select(column => column[row])]));
        PublishedLevel[] levels = [.. Levels(_now)];
        var rows = new List<(int Before, int Now)>();
        for (var row = 0; row < _now.Rows; row++)
        {
            var codes = new CellCodes([.. levels.Select(level => level.Codes[row])]);
            rows.Add((rowOf.Remove(codes, out var before) ? before : -1, row));
        }

        rows.AddRange(rowOf.Values.Order().Select(row => (row, -1)));
        return rows;
    }

    private PublishedMeasure Difference(PublishedMeasure before, PublishedMeasure now, List<(int Before, int Now)> rows) => new(
        now.Name,
        now.Kind,
        [.. rows.Select(row => IsHidden(row) ? null : Change(Value(before, row.Before), Value(now, row.Now)))],
        now.Scale,
        now.IsAdditive && before.IsAdditive,
        Int128.Max(now.RoundingUnit, before.RoundingUnit),
        noise: (MeasureNoise)Math.Max((int)now.Noise, (int)before.Noise));

    private bool IsHidden((int Before, int Now) row) =>
        (row.Now >= 0 && _now.IsSuppressed(row.Now)) || (row.Before >= 0 && _before.IsSuppressed(row.Before));

    // Empty in both, it did not change.
    private static Int128? Change(Int128? before, Int128? now) => before is null && now is null ? 0 : now - before;

    private static Int128? Value(PublishedMeasure measure, int row) => row < 0 ? 0 : measure.Values[row];

    private static IEnumerable<PublishedLevel> Levels(PublishedTable table) => table.Keys.SelectMany(key => key.Levels);

    private static int[] Recoded(PublishedLevel level, string[] labels)
    {
        var codes = labels.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var map = level.Labels.Select(label => codes[label]).ToArray();
        return [.. level.Codes.Select(code => code == PublishedLevel.Total ? PublishedLevel.Total : map[code])];
    }

    private readonly record struct CellCodes(int[] Codes)
    {
        public bool Equals(CellCodes other) => Codes.AsSpan().SequenceEqual(other.Codes);

        public override int GetHashCode() => Codes.Aggregate(17, HashCode.Combine);
    }
}
