using System.Globalization;
using Publish.Codes;

namespace Publish.Disclosure.Perturbation;

/// <summary>
/// What the cell key method adds to each count: for every original count, intervals of the cell key with their noise
/// (Fraser and Wooton 2005; Thompson, Broadfoot and Elazar 2013; the layout of the R package ptable). Secret.
/// </summary>
public sealed class PerturbationTable
{
    /// <summary>How far the expected noise may be from 0: such tables are written with eight decimals.</summary>
    private const decimal BiasTolerance = 0.000001m;

    private readonly decimal[][] _upTo;
    private readonly decimal[][] _noise;
    private readonly int _repeats;

    /// <summary>Takes a table that <see cref="Check"/> finds nothing wrong with.</summary>
    /// <param name="rows">The lines, those of one count together in ascending order of keys. Count 0 may be left out.</param>
    /// <param name="repeats">
    /// How many of the largest counts' lines serve, again and again, for still larger counts. 1 (the default): the last.
    /// </param>
    /// <exception cref="CodedException">The table is no perturbation table.</exception>
    public PerturbationTable(IReadOnlyList<PerturbationRow> rows, int repeats = 1)
    {
        var findings = Check(rows, allowBias: true);
        if (findings.Count > 0)
        {
            throw new CodedException(findings);
        }

        var largest = rows.Max(row => row.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(repeats, largest);
        var byCount = rows.ToLookup(row => row.Count);
        _upTo = [.. Enumerable.Range(1, largest).Select(count => byCount[count].Select(row => row.UpTo).ToArray())];
        _noise = [.. Enumerable.Range(1, largest).Select(count => byCount[count].Select(row => row.Noise).ToArray())];
        _repeats = repeats;
    }

    /// <summary>Looks for what is wrong with a table.</summary>
    /// <param name="rows">The lines.</param>
    /// <param name="allowBias">Whether the expected noise of a count may differ from 0, as in tables that round.</param>
    /// <returns>One finding a fault, the count as its place; none for a sound table.</returns>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<PerturbationRow> rows, bool allowBias)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var byCount = rows.ToLookup(row => row.Count);
        var largest = rows.Count == 0 ? 1 : Math.Max(1, rows.Max(row => row.Count));
        var findings = Enumerable.Range(1, largest)
            .SelectMany(count => Faults([.. byCount[count]], count, allowBias)
                .Select(code => new Finding(code, string.Create(CultureInfo.InvariantCulture, $"count {count}"))));
        return rows.Any(row => row.Count <= 0 && (row.Count < 0 || row.Noise != 0))
            ? [new Finding(PerturbationCodes.Zero, "count 0"), .. findings]
            : [.. findings];
    }

    /// <summary>Whether every line adds whole respondents.</summary>
    public bool IsWhole => _noise.All(row => row.All(noise => noise == decimal.Truncate(noise)));

    /// <summary>What is added to a count.</summary>
    /// <param name="count">The original count, at least 0.</param>
    /// <param name="cellKey">Between 0 and 1; 0, which no interval holds, is taken as 1, the same point of the circle.</param>
    /// <returns>The noise; 0 for the count 0.</returns>
    public decimal Noise(long count, decimal cellKey)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(cellKey);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cellKey, 1);
        if (count == 0)
        {
            return 0;
        }

        var row = RowOf(count);
        var place = Array.BinarySearch(_upTo[row], cellKey == 0 ? 1 : cellKey);
        return _noise[row][place < 0 ? ~place : place];
    }

    /// <summary>A count as it is published.</summary>
    /// <param name="count">The original count, at least 0.</param>
    /// <param name="cellKey">The sum of the record keys, modulo 2⁶⁴.</param>
    /// <returns>The count with its noise, never negative.</returns>
    /// <exception cref="OverflowException">The noise is no whole number of 64 bits.</exception>
    public long Perturb(long count, ulong cellKey) => checked(count + (long)Noise(count, cellKey / TwoTo64));

    /// <summary>
    /// A weighted count as it is published: the noise of the count of respondents times their mean weight (as the R
    /// package cellKey does).
    /// </summary>
    /// <param name="count">The original count, at least 0.</param>
    /// <param name="weighted">The sum of the respondents' sampling weights.</param>
    /// <param name="cellKey">Between 0 and 1.</param>
    /// <returns>The weighted count with its noise.</returns>
    public decimal PerturbWeighted(long count, decimal weighted, decimal cellKey) =>
        count == 0 ? 0 : weighted + (Noise(count, cellKey) * weighted / count);

    private const decimal TwoTo64 = 18_446_744_073_709_551_616m;

    private int RowOf(long count)
    {
        var fixedRows = _upTo.Length - _repeats;
        return (int)(count <= _upTo.Length ? count - 1 : fixedRows + ((count - 1 - fixedRows) % _repeats));
    }

    private static IEnumerable<Code> Faults(PerturbationRow[] lines, int count, bool allowBias)
    {
        if (lines.Length == 0)
        {
            yield return PerturbationCodes.MissingCount;
            yield break;
        }

        if (lines[0].Above != 0 || lines[^1].UpTo != 1
            || lines.Any(line => line.UpTo <= line.Above) || lines.Zip(lines.Skip(1)).Any(pair => pair.First.UpTo != pair.Second.Above))
        {
            yield return PerturbationCodes.Coverage;
        }

        if (lines.Any(line => count + line.Noise < 0))
        {
            yield return PerturbationCodes.Negative;
        }

        if (!allowBias && Math.Abs(lines.Sum(line => line.Noise * (line.UpTo - line.Above))) > BiasTolerance)
        {
            yield return PerturbationCodes.Biased;
        }
    }
}
