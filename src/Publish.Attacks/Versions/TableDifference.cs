using Publish.Attacks.Tables;

namespace Publish.Attacks.Versions;

/// <summary>
/// What a correction changed in a table: each measure of the later version minus that of the earlier one. A cell that a
/// version does not list is empty in it; one that a version suppresses is suppressed here.
/// </summary>
/// <param name="Table">The differences, as a table: the rows of the later version, then those that only the earlier has.</param>
/// <param name="Before">The row of the earlier version, by row of <paramref name="Table"/>; −1 where it has none.</param>
/// <param name="Now">The row of the later version, by row of <paramref name="Table"/>; −1 where it has none.</param>
internal sealed record TableDifference(PublishedTable Table, IReadOnlyList<int> Before, IReadOnlyList<int> Now)
{
    /// <summary>Subtracts the earlier version of a table.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="now">The later version.</param>
    /// <returns>The difference, or <see langword="null"/> where the versions have not the same keys, levels and measures.</returns>
    public static TableDifference? Of(PublishedTable before, PublishedTable now)
    {
        var areAlike = Columns(before).SequenceEqual(Columns(now))
            && before.Measures.Select(measure => (measure.Name, measure.Kind, measure.Scale))
                .SequenceEqual(now.Measures.Select(measure => (measure.Name, measure.Kind, measure.Scale)));
        return areAlike ? new TableSubtraction(before, now).Run() : null;
    }

    private static IEnumerable<(string Key, string Level)> Columns(PublishedTable table) =>
        table.Keys.SelectMany(key => key.Levels.Select(level => (key.Name, level.Name)));
}
