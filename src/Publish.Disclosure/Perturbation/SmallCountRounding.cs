using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Perturbation;

/// <summary>
/// Rounds as few inner cells as it takes, to 0 or the base, so that no published cell lies from 1 to base − 1; published
/// cells are sums of inner ones and so add up exactly (Langsrud and Heldal, "An Algorithm for Small Count Rounding of
/// Tabular Data", Privacy in Statistical Databases 2018).
/// </summary>
/// <remarks>
/// Inner cells that contribute to a small published cell are rounded, others stay. Which of them go up is chosen greedily:
/// the cell whose published cells fall short the most, so many that the grand total is kept as nearly as multiples allow;
/// then exchanges while one helps. What has become small by that is rounded next. Ties go to the earlier cell.
/// </remarks>
public static class SmallCountRounding
{
    /// <summary>Cells chosen among at a time: choosing takes time by the square. The authors' implementation has the same bound.</summary>
    private const int MostAtOnce = 1000;

    /// <summary>Rounds inner cells.</summary>
    /// <param name="inner">The count of each inner cell, at least 0.</param>
    /// <param name="published">For each inner cell the published cells it is part of, ascending.</param>
    /// <param name="publishedCount">The number of published cells.</param>
    /// <param name="roundingBase">b, at least 2.</param>
    /// <returns>The rounded count of each inner cell.</returns>
    public static long[] Round(long[] inner, SparseRows published, int publishedCount, int roundingBase)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(published);
        ArgumentOutOfRangeException.ThrowIfLessThan(roundingBase, 2);
        var rounded = inner.ToArray();
        var truth = Sums(inner, published, publishedCount);
        var now = truth.ToArray();
        while (true)
        {
            var small = Enumerable.Range(0, inner.Length)
                .Where(cell => IsSmall(rounded[cell], roundingBase) && IsInSmallCell(cell, published, now, roundingBase))
                .Take(MostAtOnce)
                .ToArray();
            if (small.Length == 0)
            {
                return rounded;
            }

            // As many go up as bring the grand total back, with what earlier rounds did to it.
            var due = small.Sum(cell => rounded[cell]) + inner.Sum() - rounded.Sum();
            var ups = (int)Math.Clamp(Math.Round((decimal)due / roundingBase, MidpointRounding.ToEven), 0, small.Length);
            foreach (var cell in small)
            {
                Move(cell, -rounded[cell], rounded, now, published);
            }

            foreach (var cell in new SmallCountChoice(small, published, truth, now, roundingBase).Choose(ups))
            {
                Move(cell, roundingBase, rounded, now, published);
            }
        }
    }

    private static bool IsSmall(long count, int roundingBase) => count > 0 && count < roundingBase;

    private static bool IsInSmallCell(int cell, SparseRows published, long[] now, int roundingBase)
    {
        foreach (var p in published.Cells.AsSpan(published.Starts[cell]..published.Starts[cell + 1]))
        {
            if (IsSmall(now[p], roundingBase))
            {
                return true;
            }
        }

        return false;
    }

    private static long[] Sums(long[] inner, SparseRows published, int count)
    {
        var sums = new long[count];
        var none = new long[inner.Length];
        for (var cell = 0; cell < inner.Length; cell++)
        {
            Move(cell, inner[cell], none, sums, published);
        }

        return sums;
    }

    private static void Move(int cell, long by, long[] rounded, long[] now, SparseRows published)
    {
        rounded[cell] += by;
        foreach (var p in published.Cells.AsSpan(published.Starts[cell]..published.Starts[cell + 1]))
        {
            now[p] = checked(now[p] + by);
        }
    }
}
