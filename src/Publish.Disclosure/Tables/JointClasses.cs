namespace Publish.Disclosure.Tables;

/// <summary>
/// The class table rolled up to the finest level any table asks for in each dimension, and the empty combinations that
/// some table protects after them. Everything a table shows is a sum over these.
/// </summary>
internal sealed class JointClasses
{
    private readonly EditionShape _shape;
    private readonly ClassTable _source;
    private readonly int[] _jointOf;
    private readonly Dictionary<int, ClassTable> _presentOnly = [];

    public JointClasses(EditionShape shape, ClassTable source)
    {
        _shape = shape;
        _source = source;
        var columns = Enumerable.Range(0, shape.Keys.Length).Select(ColumnOfSource).ToArray();
        var partition = Partition.Of(source.ClassCount, columns);
        _jointOf = partition.CellOf;
        var representatives = partition.Representatives();
        var codes = columns.Select(column => Array.ConvertAll(representatives, item => column.Categories[item])).ToArray();
        Real = RollUp(source, _jointOf, codes, partition.CellCount, hasContributions: true);
        Codes = codes;
    }

    /// <summary>The joint classes that have rows. Its keys are the dimensions.</summary>
    public ClassTable Real { get; }

    /// <summary><c>Codes[dimension][joint class]</c> at the finest level asked for: the real ones, then the empty ones.</summary>
    public int[][] Codes { get; private set; }

    /// <summary>The number of joint classes, the empty ones included.</summary>
    public int Count => Real.ClassCount + EmptyCount;

    private int EmptyCount { get; set; }

    /// <summary>Adds empty combinations, one code a dimension.</summary>
    public void AddEmpty(IReadOnlyList<int[]> combinations)
    {
        EmptyCount += combinations.Count;
        Codes = [.. Codes.Select((column, dimension) =>
            column.Concat(combinations.Select(combination => combination[dimension])).ToArray())];
    }

    /// <summary>The joint classes, with only the respondents for whom a presence key is 1.</summary>
    public ClassTable WherePresent(int presenceKey)
    {
        if (!_presentOnly.TryGetValue(presenceKey, out var present))
        {
            var map = new int[_jointOf.Length];
            for (var item = 0; item < map.Length; item++)
            {
                map[item] = _source.Codes[presenceKey][item] == 1 ? _jointOf[item] : -1;
            }

            present = RollUp(_source, map, Real.Codes, Real.ClassCount, hasContributions: false);
            _presentOnly.Add(presenceKey, present);
        }

        return present;
    }

    /// <summary>The respondents in one joint class alone, apart by whether they have a value.</summary>
    public LoneContributors LoneContributors(int presenceKey) => Tables.LoneContributors.Of(_source, _jointOf, presenceKey, Real.ClassCount);

    /// <summary>The categories of all joint classes at a level of a dimension.</summary>
    public (int[] Categories, int CategoryCount) Column(int dimension, int level)
    {
        var parents = _shape.Parents(dimension, _shape.FinestLevels[dimension], level);
        return (Array.ConvertAll(Codes[dimension], code => parents[code]), _shape.Level(dimension, level).CategoryCount);
    }

    private (int[] Categories, int CategoryCount) ColumnOfSource(int dimension)
    {
        var level = _shape.Level(dimension, _shape.FinestLevels[dimension]);
        return (Array.ConvertAll(_source.Codes[_shape.Keys[dimension]], code => level.CategoryOf[code]), level.CategoryCount);
    }

    private static ClassTable RollUp(ClassTable source, int[] map, int[][] codes, int count, bool hasContributions) =>
        new(
            codes,
            source.RespondentsByCell(map, count),
            source.RowsByCell(map, count),
            [.. Enumerable.Range(0, source.Sums.Length).Select(measure => source.SumsByCell(measure, map, count))],
            RollUp(source.Overlaps, map, count))
        {
            Contributions = hasContributions ? [.. source.Contributions.Select(table => table?.Coarsen(map, count))] : [],
            Ranges = [.. source.Ranges.Select(ranges => ranges.Coarsen(map, count))],
            Holdings = source.Holdings is { } holdings ? RollUp(holdings, map, codes, count, hasContributions: false) : null,
        };

    /// <summary>Respondents that are in more than one joint class, each class once.</summary>
    private static RespondentOverlaps RollUp(RespondentOverlaps overlaps, int[] map, int count)
    {
        var lastGroup = new int[count];
        Array.Fill(lastGroup, -1);
        var starts = new List<int> { 0 };
        var classes = new List<int>();
        var respondents = new List<long>();
        for (var group = 0; group < overlaps.Respondents.Length; group++)
        {
            var start = classes.Count;
            foreach (var item in overlaps.Classes.AsSpan(overlaps.Starts[group]..overlaps.Starts[group + 1]))
            {
                if (map[item] >= 0 && lastGroup[map[item]] != group)
                {
                    lastGroup[map[item]] = group;
                    classes.Add(map[item]);
                }
            }

            if (classes.Count - start < 2)
            {
                classes.RemoveRange(start, classes.Count - start);
                continue;
            }

            starts.Add(classes.Count);
            respondents.Add(overlaps.Respondents[group]);
        }

        return new RespondentOverlaps([.. starts], [.. classes], [.. respondents]);
    }
}
