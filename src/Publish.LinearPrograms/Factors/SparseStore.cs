namespace Publish.LinearPrograms.Factors;

/// <summary>Sparse vectors one after another, each closed before the next is begun.</summary>
internal sealed class SparseStore
{
    private int _closed;

    /// <param name="vectors">The most vectors that will be stored.</param>
    public SparseStore(int vectors) => Starts = new int[vectors + 1];

    public int[] Starts { get; }

    public int[] Indices { get; private set; } = new int[64];

    public double[] Values { get; private set; } = new double[64];

    public int Count { get; private set; }

    public void Add(int index, double value)
    {
        if (Count == Indices.Length)
        {
            Indices = Grown(Indices);
            Values = Grown(Values);
        }

        Indices[Count] = index;
        Values[Count++] = value;
    }

    public void Close() => Starts[++_closed] = Count;

    /// <summary>Forgets all vectors.</summary>
    public void Clear() => (_closed, Count) = (0, 0);

    /// <summary>
    /// The same entries by column: vector k of the result lists the rows of the column that step k eliminated.
    /// </summary>
    /// <param name="rows">The row that each vector stands for.</param>
    /// <param name="columns">The column that each vector of the result stands for.</param>
    public SparseStore Transposed(int[] rows, int[] columns)
    {
        var stepOf = new int[columns.Length];
        for (var step = 0; step < columns.Length; step++)
        {
            stepOf[columns[step]] = step;
        }

        var result = new SparseStore(columns.Length) { Indices = new int[Count], Values = new double[Count], Count = Count };
        for (var entry = 0; entry < Count; entry++)
        {
            result.Starts[stepOf[Indices[entry]] + 1]++;
        }

        for (var step = 0; step < columns.Length; step++)
        {
            result.Starts[step + 1] += result.Starts[step];
        }

        var next = result.Starts.ToArray();
        for (var vector = 0; vector < rows.Length; vector++)
        {
            for (var entry = Starts[vector]; entry < Starts[vector + 1]; entry++)
            {
                var place = next[stepOf[Indices[entry]]]++;
                result.Indices[place] = rows[vector];
                result.Values[place] = Values[entry];
            }
        }

        return result;
    }

    private static T[] Grown<T>(T[] array)
    {
        Array.Resize(ref array, 2 * array.Length);
        return array;
    }
}
