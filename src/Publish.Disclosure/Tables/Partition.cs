namespace Publish.Disclosure.Tables;

/// <summary>
/// Items grouped by the categories they share: <paramref name="CellOf"/> numbers the groups from 0 in ascending order
/// of their categories, the first column slowest.
/// </summary>
/// <param name="CellOf">The cell of each item.</param>
/// <param name="CellCount">The number of cells; each has an item.</param>
internal sealed record Partition(int[] CellOf, int CellCount)
{
    /// <summary>Groups items by columns of categories.</summary>
    /// <param name="itemCount">The number of items.</param>
    /// <param name="columns">For each column its categories, and how many there are.</param>
    /// <returns>The partition; a single cell when there are no columns.</returns>
    public static Partition Of(int itemCount, IEnumerable<(int[] Categories, int CategoryCount)> columns)
    {
        var cells = new Partition(new int[itemCount], Math.Min(itemCount, 1));
        foreach (var (categories, categoryCount) in columns)
        {
            cells = cells.Refine(categories, categoryCount);
        }

        return cells;
    }

    /// <summary>An item of each cell: the first.</summary>
    public int[] Representatives()
    {
        var items = new int[CellCount];
        for (var item = CellOf.Length - 1; item >= 0; item--)
        {
            items[CellOf[item]] = item;
        }

        return items;
    }

    private Partition Refine(int[] categories, int categoryCount)
    {
        var codeCount = (long)CellCount * categoryCount;
        return codeCount <= Math.Max(1 << 16, 4L * CellOf.Length)
            ? RankByTable(categories, categoryCount, (int)codeCount)
            : RankBySorting(categories, categoryCount);
    }

    private Partition RankByTable(int[] categories, int categoryCount, int codeCount)
    {
        var ranks = new int[codeCount];
        for (var item = 0; item < CellOf.Length; item++)
        {
            ranks[CellOf[item] * categoryCount + categories[item]] = 1;
        }

        var count = 0;
        for (var code = 0; code < codeCount; code++)
        {
            var isMet = ranks[code];
            ranks[code] = count;
            count += isMet;
        }

        var refined = new int[CellOf.Length];
        for (var item = 0; item < refined.Length; item++)
        {
            refined[item] = ranks[CellOf[item] * categoryCount + categories[item]];
        }

        return new Partition(refined, count);
    }

    private Partition RankBySorting(int[] categories, int categoryCount)
    {
        var codes = new long[CellOf.Length];
        var items = new int[CellOf.Length];
        for (var item = 0; item < items.Length; item++)
        {
            codes[item] = (long)CellOf[item] * categoryCount + categories[item];
            items[item] = item;
        }

        Array.Sort(codes, items);
        var refined = new int[items.Length];
        var cell = -1;
        for (var i = 0; i < items.Length; i++)
        {
            cell += i == 0 || codes[i] != codes[i - 1] ? 1 : 0;
            refined[items[i]] = cell;
        }

        return new Partition(refined, cell + 1);
    }
}
