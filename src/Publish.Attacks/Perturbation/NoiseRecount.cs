namespace Publish.Attacks.Perturbation;

/// <summary>A line of a perturbation table, for a second look-up.</summary>
/// <param name="Count">The original count.</param>
/// <param name="UpTo">The highest cell key of the line, at most 1.</param>
/// <param name="Noise">What it adds.</param>
public sealed record NoiseLine(int Count, decimal UpTo, decimal Noise);

/// <summary>Works out a second time what the cell key method adds to a count.</summary>
/// <param name="lines">The lines, by count and then by key, ascending.</param>
/// <param name="repeats">How many of the largest counts serve for larger ones, again and again.</param>
public sealed class NoiseRecount(IReadOnlyList<NoiseLine> lines, int repeats)
{
    private readonly int _largest = lines.Max(line => line.Count);
    private readonly ILookup<int, NoiseLine> _byCount = lines.ToLookup(line => line.Count);

    /// <summary>The count with its noise.</summary>
    /// <param name="count">The original count, at least 0.</param>
    /// <param name="cellKey">The sum of record keys modulo 2⁶⁴; 0 stands for the end of the circle.</param>
    public Int128 Published(Int128 count, ulong cellKey)
    {
        if (count == 0)
        {
            return 0;
        }

        // The last counts again and again: largest + 1 is the first of them, and so is each of them some repeats further.
        var row = count > _largest ? (int)(_largest - repeats + 1 + ((count - _largest - 1) % repeats)) : (int)count;
        var key = cellKey == 0 ? 1 : cellKey / 18_446_744_073_709_551_616m;
        return count + (Int128)_byCount[row].First(line => key <= line.UpTo).Noise;
    }
}
