namespace Publish.Disclosure.Records;

/// <summary>What loss metrics need of a table: its rows, and how they and the values as collected spread over each level's categories.</summary>
internal sealed class LossContext
{
    private readonly long[][][] _rows;
    private readonly int[][][] _values;
    private readonly double[] _weights;

    /// <summary>Counts rows and values of each category of each level.</summary>
    public LossContext(LatticeShape shape, ClassTable table)
    {
        Shape = shape;
        TotalRows = table.Rows.Aggregate(0L, (sum, rows) => checked(sum + rows));
        _rows = [.. shape.Keys.Select(key => RowsOf(key, table))];
        _values = [.. shape.Keys.Select(ValuesOf)];

        // As ARX: relative to the largest, and all alike where every weight is 0.
        var largest = shape.Keys.Max(key => key.Weight);
        _weights = [.. shape.Keys.Select(key => largest > 0 ? key.Weight / largest : 1)];
    }

    /// <summary>Keys and how their codes are packed.</summary>
    public LatticeShape Shape { get; }

    /// <summary>The number of keys.</summary>
    public int KeyCount => _weights.Length;

    /// <summary>Rows of the table.</summary>
    public long TotalRows { get; }

    /// <summary>The coarsest level of a key's hierarchy, whether or not it may be chosen.</summary>
    public int Height(int key) => Shape.Keys[key].Hierarchy.Top;

    /// <summary>The number of values of the key's domain: those declared, or those that occur.</summary>
    public int DomainSize(int key) => _values[key][^1].Sum();

    /// <summary>Rows of each category of a level.</summary>
    public long[] Rows(int key, int level) => _rows[key][level];

    /// <summary>Values of the domain in each category of a level.</summary>
    public int[] Values(int key, int level) => _values[key][level];

    /// <summary>Makes one loss of the keys' losses.</summary>
    public double Aggregate(LossAggregate aggregate, ReadOnlySpan<double> losses)
    {
        var result = aggregate == LossAggregate.GeometricMean ? 1d : 0d;
        for (var key = 0; key < losses.Length; key++)
        {
            var loss = losses[key] * _weights[key];
            result = aggregate switch
            {
                LossAggregate.GeometricMean => result * Math.Pow(loss + 1, 1d / losses.Length),
                LossAggregate.Maximum => Math.Max(result, loss),
                LossAggregate.ArithmeticMean => result + (loss / losses.Length),
                _ => result + loss,
            };
        }

        return aggregate == LossAggregate.GeometricMean ? result - 1 : result;
    }

    private static long[][] RowsOf(LatticeKey key, ClassTable table)
    {
        var rows = new long[key.Hierarchy.LevelCount][];
        for (var level = 0; level < rows.Length; level++)
        {
            rows[level] = new long[key.Hierarchy.Levels[level].CategoryCount];
            var categoryOf = key.Hierarchy.Levels[level].CategoryOf;
            for (var c = 0; c < table.ClassCount; c++)
            {
                rows[level][categoryOf[table.Codes[key.Column][c]]] += table.Rows[c];
            }
        }

        return rows;
    }

    private static int[][] ValuesOf(LatticeKey key)
    {
        var values = new int[key.Hierarchy.LevelCount][];
        for (var level = 0; level < values.Length; level++)
        {
            if (key.Hierarchy.Levels[level].DomainValues is { } declared)
            {
                values[level] = declared;
                continue;
            }

            values[level] = new int[key.Hierarchy.Levels[level].CategoryCount];
            foreach (var category in key.Hierarchy.Levels[level].CategoryOf)
            {
                values[level][category]++;
            }
        }

        return values;
    }
}
