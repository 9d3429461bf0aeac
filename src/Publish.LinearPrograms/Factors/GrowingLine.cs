namespace Publish.LinearPrograms.Factors;

/// <summary>A sparse row or column of the active submatrix, in no order.</summary>
internal sealed class GrowingLine
{
    public int Count { get; private set; }

    public int[] Indices { get; private set; } = new int[4];

    public double[] Values { get; private set; } = new double[4];

    public void Add(int index, double value)
    {
        if (Count == Indices.Length)
        {
            var (indices, values) = (Indices, Values);
            Array.Resize(ref indices, 2 * Count);
            Array.Resize(ref values, 2 * Count);
            (Indices, Values) = (indices, values);
        }

        Indices[Count] = index;
        Values[Count++] = value;
    }

    public void RemoveAt(int place)
    {
        Count--;
        Indices[place] = Indices[Count];
        Values[place] = Values[Count];
    }

    public void Remove(int index) => RemoveAt(Find(index));

    public int Find(int index) => Array.IndexOf(Indices, index, 0, Count);

    public double LargestValue()
    {
        var largest = 0.0;
        for (var entry = 0; entry < Count; entry++)
        {
            largest = Math.Max(largest, Math.Abs(Values[entry]));
        }

        return largest;
    }
}
