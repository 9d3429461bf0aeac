namespace Publish.Disclosure;

/// <summary>The least and the greatest value of a measure in each class's rows.</summary>
/// <param name="Least">In units of the measure's last decimal; above <paramref name="Greatest"/> where no row has a value.</param>
/// <param name="Greatest">In units of the measure's last decimal.</param>
public sealed record ValueRanges(long[] Least, long[] Greatest)
{
    /// <summary>Ranges that hold no value yet.</summary>
    /// <param name="count">How many.</param>
    public static ValueRanges Empty(int count)
    {
        var ranges = new ValueRanges(new long[count], new long[count]);
        Array.Fill(ranges.Least, long.MaxValue);
        Array.Fill(ranges.Greatest, long.MinValue);
        return ranges;
    }

    /// <summary>Joins classes into cells.</summary>
    /// <param name="cellOfClass">The cell each class belongs to, or −1 for none.</param>
    /// <param name="cellCount">The number of cells.</param>
    /// <returns>The ranges of the cells.</returns>
    public ValueRanges Coarsen(ReadOnlySpan<int> cellOfClass, int cellCount)
    {
        var ranges = Empty(cellCount);
        for (var item = 0; item < cellOfClass.Length; item++)
        {
            if (cellOfClass[item] is >= 0 and var cell)
            {
                ranges.Include(cell, Least[item], Greatest[item]);
            }
        }

        return ranges;
    }

    /// <summary>Takes in a range.</summary>
    /// <param name="item">The class or cell.</param>
    /// <param name="least">Its least value.</param>
    /// <param name="greatest">Its greatest value.</param>
    public void Include(int item, long least, long greatest)
    {
        Least[item] = Math.Min(Least[item], least);
        Greatest[item] = Math.Max(Greatest[item], greatest);
    }

    /// <summary>Whether every value is the same one; false where there is none.</summary>
    /// <param name="item">The class or cell.</param>
    public bool IsConstant(int item) => Least[item] == Greatest[item];
}
