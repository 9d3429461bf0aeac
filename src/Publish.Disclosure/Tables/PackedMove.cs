namespace Publish.Disclosure.Tables;

/// <summary>
/// One move as an ascending list of packed entries: the cell in the high 32 bits, the coefficient, never 0, in the low.
/// </summary>
internal static class PackedMove
{
    public static long Pack(int cell, int coefficient) => ((long)cell << 32) | (uint)coefficient;

    public static int CellOf(long entry) => (int)(entry >> 32);

    public static int CoefficientOf(long entry) => (int)entry;

    /// <summary>The coefficient of a cell; 0 when the move does not change it.</summary>
    public static int CoefficientAt(ReadOnlySpan<long> move, int cell)
    {
        var low = 0;
        var high = move.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var at = CellOf(move[middle]);
            if (at == cell)
            {
                return CoefficientOf(move[middle]);
            }

            if (at < cell)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return 0;
    }

    /// <summary>Divides a move by what all its coefficients have in common.</summary>
    /// <returns>The divisor.</returns>
    public static int Reduce(Span<long> move)
    {
        var divisor = 0L;
        foreach (var entry in move)
        {
            divisor = GreatestCommonDivisor(Math.Abs((long)CoefficientOf(entry)), divisor);
            if (divisor == 1)
            {
                return 1;
            }
        }

        foreach (ref var entry in move)
        {
            entry = Pack(CellOf(entry), (int)(CoefficientOf(entry) / divisor));
        }

        return (int)divisor;
    }

    public static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
