namespace Publish.Disclosure.Tables;

/// <summary>The combinations of categories of one table's finest cells: those with rows, and all that could be.</summary>
internal sealed class CategoryCombinations
{
    private readonly int[][] _columns;

    public CategoryCombinations(JointClasses joint, IReadOnlyList<(int Dimension, int Level)> places)
    {
        var all = places.Select(place => joint.Column(place.Dimension, place.Level)).ToArray();
        _columns = [.. all.Select(column => column.Categories)];
        Existing =
        [
            .. Partition.Of(joint.Real.ClassCount, all).Representatives()
                .Select(item => Array.ConvertAll(_columns, column => column[item])),
        ];
    }

    /// <summary>Compares combinations by their content, the first category first.</summary>
    public static IComparer<int[]> Order { get; } =
        Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    /// <summary>The combinations that have rows, ascending.</summary>
    public IReadOnlyList<int[]> Existing { get; }

    /// <summary>The number of combinations of observed categories.</summary>
    public double ProductCount => _columns.Aggregate(1.0, (product, column) => product * column.Distinct().Count());

    /// <summary>Every combination of observed categories, ascending.</summary>
    public IEnumerable<int[]> Product()
    {
        IEnumerable<int[]> combinations = [new int[_columns.Length]];
        for (var d = 0; d < _columns.Length; d++)
        {
            var at = d;
            var observed = _columns[d].Distinct().Order().ToArray();
            combinations = combinations.SelectMany(combination => observed.Select(category => With(combination, at, category)));
        }

        return combinations;
    }

    private static int[] With(int[] combination, int at, int category)
    {
        var changed = (int[])combination.Clone();
        changed[at] = category;
        return changed;
    }
}
