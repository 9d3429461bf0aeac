namespace Publish.Disclosure.Tables.Greedy;

/// <summary>In which order candidates are published, and how many of them at first without an order.</summary>
internal static class PublicationOrder
{
    /// <summary>Fewer dear cells than this are not worth an attempt.</summary>
    private const int FewestDear = 200;

    /// <summary>
    /// From which cost on a cell is dear: first so that eight cells a primary are cheap; then twice as many each time,
    /// but never more than half of those that were dear; and at last all.
    /// </summary>
    public static IEnumerable<double> Limits(CellRole[] roles, IReadOnlyList<double> costs)
    {
        double[] ascending = [.. costs.Where((_, cell) => roles[cell] == CellRole.Candidate).Order()];
        var cheap = Math.Max(1L, 8L * roles.Count(role => role == CellRole.Primary));
        while (ascending.Length - cheap > FewestDear)
        {
            yield return ascending[cheap];
            cheap = Math.Min(2 * cheap, (cheap + ascending.Length) / 2);
        }

        yield return double.PositiveInfinity;
    }

    /// <summary>
    /// The candidates that cost no more than a limit, dear before cheap; of equals, the later one first: coarser cells
    /// have higher numbers.
    /// </summary>
    public static int[] UpTo(double limit, CellRole[] roles, IReadOnlyList<double> costs)
    {
        int[] cells = [.. Enumerable.Range(0, roles.Length).Where(cell => roles[cell] == CellRole.Candidate && costs[cell] <= limit)];
        var keys = Array.ConvertAll(cells, cell => (-costs[cell], -cell));
        Array.Sort(keys, cells);
        return cells;
    }
}
