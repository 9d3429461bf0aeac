namespace Publish.Pipeline.Grouping;

/// <summary>What a class keeps of a measure, in units of its last decimal.</summary>
internal struct MeasureTotal
{
    /// <summary>No value yet.</summary>
    public static MeasureTotal Empty => new(0, long.MaxValue, long.MinValue);

    /// <summary>What is already known of a class, or of a part of its rows.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="least">The least value.</param>
    /// <param name="greatest">The greatest value.</param>
    public MeasureTotal(Int128 sum, long least, long greatest) => (Sum, Least, Greatest) = (sum, least, greatest);

    /// <summary>The sum. Rows of 64 bits each cannot overflow it.</summary>
    public Int128 Sum { get; private set; }

    /// <summary>The least value; above <see cref="Greatest"/> where there is none.</summary>
    public long Least { get; private set; }

    /// <summary>The greatest value.</summary>
    public long Greatest { get; private set; }

    /// <summary>Takes in what is known of other rows.</summary>
    /// <param name="other">The other rows.</param>
    /// <exception cref="OverflowException">The sum leaves the range of 128 bits.</exception>
    public void Add(MeasureTotal other)
    {
        Sum = checked(Sum + other.Sum);
        Least = Math.Min(Least, other.Least);
        Greatest = Math.Max(Greatest, other.Greatest);
    }

    /// <summary>Takes in a value.</summary>
    /// <param name="value">The value.</param>
    public void Add(long value)
    {
        Sum += value;
        Least = Math.Min(Least, value);
        Greatest = Math.Max(Greatest, value);
    }
}
