namespace Publish.Pipeline.Grouping;

/// <summary>What a class keeps of a measure, in units of its last decimal.</summary>
internal struct MeasureTotal
{
    /// <summary>No value yet.</summary>
    public static MeasureTotal Empty => new() { Least = long.MaxValue, Greatest = long.MinValue };

    /// <summary>The sum. Rows of 64 bits each cannot overflow it.</summary>
    public Int128 Sum { get; private set; }

    /// <summary>The least value; above <see cref="Greatest"/> where there is none.</summary>
    public long Least { get; private set; }

    /// <summary>The greatest value.</summary>
    public long Greatest { get; private set; }

    /// <summary>Takes in a value.</summary>
    /// <param name="value">The value.</param>
    public void Add(long value)
    {
        Sum += value;
        Least = Math.Min(Least, value);
        Greatest = Math.Max(Greatest, value);
    }
}
