namespace Publish.Disclosure.Tests.Records;

/// <summary>Makes class tables from rows of codes.</summary>
internal static class Tables
{
    /// <summary>Each row is a respondent.</summary>
    public static ClassTable OfRows(IReadOnlyList<int[]> rows)
    {
        var classes = rows.GroupBy(row => string.Join(',', row)).Select(group => (Codes: group.First(), Rows: group.LongCount())).ToArray();
        return new ClassTable(
            Codes(classes.Select(c => c.Codes).ToArray(), rows.Count == 0 ? 0 : rows[0].Length),
            [.. classes.Select(c => c.Rows)],
            [.. classes.Select(c => c.Rows)],
            [],
            RespondentOverlaps.None);
    }

    /// <summary>A row names its respondent; null is nobody.</summary>
    public static ClassTable OfRows(IReadOnlyList<int[]> rows, IReadOnlyList<int?> respondents)
    {
        var classes = rows.Zip(respondents).GroupBy(row => string.Join(',', row.First)).ToArray();
        var sets = respondents.OfType<int>().Distinct()
            .Select(person => Enumerable.Range(0, classes.Length)
                .Where(c => classes[c].Any(row => row.Second == person)).Reverse().ToArray())
            .Where(set => set.Length > 1)
            .GroupBy(set => string.Join(',', set))
            .Select(group => (Set: group.First(), Count: group.LongCount()))
            .ToArray();
        var starts = new List<int> { 0 };
        foreach (var (set, _) in sets)
        {
            starts.Add(starts[^1] + set.Length);
        }

        return new ClassTable(
            Codes(classes.Select(c => c.First().First).ToArray(), rows.Count == 0 ? 0 : rows[0].Length),
            [.. classes.Select(c => c.Select(row => row.Second).OfType<int>().Distinct().LongCount())],
            [.. classes.Select(c => c.LongCount())],
            [],
            new RespondentOverlaps([.. starts], [.. sets.SelectMany(set => set.Set)], [.. sets.Select(set => set.Count)]));
    }

    private static int[][] Codes(int[][] classes, int columns) =>
        [.. Enumerable.Range(0, columns).Select(column => classes.Select(codes => codes[column]).ToArray())];
}
