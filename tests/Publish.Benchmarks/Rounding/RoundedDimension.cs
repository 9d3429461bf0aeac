using System.Globalization;

namespace Publish.Benchmarks.Rounding;

/// <summary>One dimension of a made-up table: its levels coarse to fine, each with labels and the code of every finest cell.</summary>
internal sealed class RoundedDimension
{
    private readonly int[] _sizes;

    /// <param name="sizes">The categories of each level, fine to coarse.</param>
    /// <param name="finest">The finest category of every finest cell.</param>
    public RoundedDimension(int[] sizes, int[] finest)
    {
        _sizes = [.. sizes.Reverse()];
        Levels = [.. _sizes.Select(size => (
            (IReadOnlyList<string>)[.. Enumerable.Range(0, size).Select(code => code.ToString(CultureInfo.InvariantCulture))],
            Array.ConvertAll(finest, code => Up(code, sizes[0], size))))];
    }

    /// <summary>The levels, coarse to fine.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Labels, int[] Codes)> Levels { get; }

    /// <summary>More than any code.</summary>
    public int Radix => _sizes[^1];

    /// <summary>The category of a coarser level that one of a finer level lies in.</summary>
    public int CodeAt(int coarser, int finer, int code) => Enumerable.Range(coarser, finer - coarser).Reverse().Aggregate(code, (at, level) => Up(at, _sizes[level + 1], _sizes[level]));

    // Neighbouring categories are joined.
    private static int Up(int code, int finer, int coarser) => (int)((long)code * coarser / finer);
}
