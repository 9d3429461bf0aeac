using System.Collections.Concurrent;
using System.Numerics;

namespace Publish.Disclosure.Tables.Cover;

/// <summary>
/// One axis of the grid of joint classes: a dimension, with those it determines (a region and the group it lies in),
/// since a class cannot move along the one and stay where it is along the others.
/// </summary>
/// <remarks>
/// Grouping sets see the axis in different ways, each a level of the dimensions it joins; these <em>views</em> need not
/// nest. Two codes differ in some of them: that tells which cells a move from the one to the other changes.
/// </remarks>
internal sealed class ClassAxis
{
    private const int MostNeighbours = 48;
    private readonly int[][] _categoryOf;
    private readonly ConcurrentDictionary<(int View, int Code), (int Code, ulong Difference)[]> _neighbours = [];

    /// <param name="categoryOf"><c>categoryOf[view][code]</c>; at most 64 views, those of the finest among them.</param>
    /// <param name="viewOfSet">How each grouping set sees the axis.</param>
    public ClassAxis(int[][] categoryOf, int[] viewOfSet)
    {
        _categoryOf = categoryOf;
        ViewOfSet = viewOfSet;
        CodeCount = categoryOf[0].Length;
        Finer = [.. Enumerable.Range(0, ViewCount).Select(FinerThan)];
    }

    public int CodeCount { get; }

    public int ViewCount => _categoryOf.Length;

    /// <summary>How each grouping set sees the axis.</summary>
    public int[] ViewOfSet { get; }

    /// <summary>For each view, itself and those it joins categories of: what changes whenever the view changes.</summary>
    public ulong[] Finer { get; }

    /// <summary>All views: what changes when a code gains or loses and no other code makes up for it.</summary>
    public ulong All => ViewCount == 64 ? ulong.MaxValue : (1UL << ViewCount) - 1;

    public int Category(int view, int code) => _categoryOf[view][code];

    /// <summary>The views in which two codes differ, one bit each.</summary>
    public ulong Difference(int a, int b)
    {
        var difference = 0UL;
        for (var view = 0; view < _categoryOf.Length; view++)
        {
            difference |= _categoryOf[view][a] == _categoryOf[view][b] ? 0UL : 1UL << view;
        }

        return difference;
    }

    /// <summary>Codes that differ from a code in a view, those that differ in the fewest other views first.</summary>
    public (int Code, ulong Difference)[] Neighbours(int view, int code) =>
        _neighbours.GetOrAdd((view, code), static (key, axis) => axis.FindNeighbours(key.View, key.Code), this);

    private (int Code, ulong Difference)[] FindNeighbours(int view, int code)
    {
        (int Code, ulong Difference)[] all =
        [
            .. Enumerable.Range(0, CodeCount)
                .Select(other => (other, Difference(code, other)))
                .Where(other => (other.Item2 >> view & 1) != 0)
                .OrderBy(other => BitOperations.PopCount(other.Item2))
                .ThenBy(other => other.other),
        ];
        if (all.Length <= MostNeighbours)
        {
            return all;
        }

        // The nearest, and some from everywhere.
        var near = MostNeighbours / 2;
        var rest = all.Length - near;
        return [.. all.Take(near), .. Enumerable.Range(0, near).Select(i => all[near + (int)((long)i * rest / near)])];
    }

    private ulong FinerThan(int view)
    {
        var finer = 0UL;
        for (var other = 0; other < ViewCount; other++)
        {
            finer |= Nests(other, view) ? 1UL << other : 0UL;
        }

        return finer;
    }

    /// <summary>True when the categories of one view tell those of another.</summary>
    private bool Nests(int finer, int coarser)
    {
        var parents = new Dictionary<int, int>();
        for (var code = 0; code < CodeCount; code++)
        {
            if (!parents.TryAdd(_categoryOf[finer][code], _categoryOf[coarser][code])
                && parents[_categoryOf[finer][code]] != _categoryOf[coarser][code])
            {
                return false;
            }
        }

        return true;
    }
}
