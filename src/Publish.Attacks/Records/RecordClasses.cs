namespace Publish.Attacks.Records;

/// <summary>The equivalence classes of a records release: records with the same published keys.</summary>
internal sealed class RecordClasses
{
    private readonly PublishedRecords _records;
    private readonly int[] _classOf;
    private readonly List<int> _firstRow = [];

    private RecordClasses(PublishedRecords records)
    {
        _records = records;
        _classOf = new int[records.Rows];
    }

    /// <summary>Forms the classes, numbered by first appearance, refining by one key at a time.</summary>
    public static RecordClasses Of(PublishedRecords records)
    {
        var classes = new RecordClasses(records);
        foreach (var key in records.Keys)
        {
            classes.Refine(key);
        }

        for (var row = 0; row < records.Rows; row++)
        {
            if (classes._classOf[row] == classes._firstRow.Count)
            {
                classes._firstRow.Add(row);
            }
        }

        return classes;
    }

    /// <summary>A record of a class.</summary>
    public int FirstRow(int group) => _firstRow[group];

    /// <summary>The published keys of a class.</summary>
    public string Describe(int group) =>
        string.Join(", ", _records.Keys.Select(key =>
            key.Name + " " + (key.Codes[FirstRow(group)] is >= 0 and var code ? key.Labels[code] : "empty")));

    /// <summary>Distinct respondents of each class; records where there are no respondents.</summary>
    public int[] Respondents(IReadOnlyList<int>? respondents)
    {
        var sizes = new int[_firstRow.Count];
        var met = new HashSet<(int Group, int Respondent)>();
        for (var row = 0; row < _classOf.Length; row++)
        {
            if (respondents is null || (respondents[row] >= 0 && met.Add((_classOf[row], respondents[row]))))
            {
                sizes[_classOf[row]]++;
            }
        }

        return sizes;
    }

    /// <summary>For each class how often each value of a column occurs, by value.</summary>
    public long[][] Frequencies(PublishedColumn column, IReadOnlyList<int>? respondents)
    {
        var counts = new SortedDictionary<int, long>[_firstRow.Count];
        var met = new HashSet<(int Group, int Respondent, int Code)>();
        for (var row = 0; row < _classOf.Length; row++)
        {
            var counted = counts[_classOf[row]] ??= [];
            var code = column.Codes[row];
            if (respondents is null || (respondents[row] >= 0 && met.Add((_classOf[row], respondents[row], code))))
            {
                counted[code] = counted.GetValueOrDefault(code) + 1;
            }
        }

        return Array.ConvertAll(counts, counted => counted.Values.ToArray());
    }

    private void Refine(PublishedColumn key)
    {
        var numbers = new Dictionary<(int Group, int Code), int>();
        for (var row = 0; row < _classOf.Length; row++)
        {
            var pair = (_classOf[row], key.Codes[row]);
            if (!numbers.TryGetValue(pair, out var number))
            {
                numbers.Add(pair, number = numbers.Count);
            }

            _classOf[row] = number;
        }
    }
}
