using Publish.Attacks.Tables;

namespace Publish.Attacks.Recounts;

/// <summary>An independent count rolled up to the cells of one table's levels.</summary>
internal sealed class CountedCells
{
    private readonly CountedClasses _classes;
    private readonly CountedLevel[] _columns;
    private readonly UInt128[] _radix;
    private readonly Dictionary<UInt128, int> _cells = [];
    private readonly Dictionary<string, (List<Int128> Sums, List<Int128> Divisors)> _values = new(StringComparer.Ordinal);
    private readonly List<UInt128> _codes = [];

    /// <summary>Rolls up.</summary>
    /// <param name="classes">The count.</param>
    /// <param name="table">The table whose levels are asked for.</param>
    /// <param name="depths">Which numbers of levels a key are wanted, by key; <see langword="null"/> for all.</param>
    public CountedCells(CountedClasses classes, PublishedTable table, IReadOnlySet<string>? depths)
    {
        _classes = classes;
        _columns = [.. table.Keys.SelectMany(key => key.Levels.Select(level => classes.Level(key.Name, level.Name)
            ?? throw new ArgumentException("A published level was not counted.", nameof(classes))))];
        _radix = new UInt128[_columns.Length];
        UInt128 radix = 1;
        for (var column = 0; column < _columns.Length; column++)
        {
            _radix[column] = radix;
            radix = checked(radix * (UInt128)(_columns[column].Labels.Count + 1));
        }

        foreach (var measure in classes.Measures)
        {
            _values.Add(measure.Name, ([], []));
        }

        if (classes.DistinctCount is { } distinct)
        {
            _values[distinct] = ([], []);
        }

        if (classes.AreCells)
        {
            RollUp(_columns.Length == 0 ? [] : [.. Enumerable.Repeat(true, _columns.Length)]);
        }
        else
        {
            foreach (var combination in Combinations(table).Where(each => depths is null || depths.Contains(each.Depths)))
            {
                RollUp(combination.Shown);
            }
        }
    }

    /// <summary>Number of cells.</summary>
    public int Count => _codes.Count;

    /// <summary>Reads a published row as a cell, or −1 where the count has no such cell.</summary>
    public int Find(PublishedTable table, int row, int[][] countedCodes)
    {
        UInt128 code = 0;
        var column = 0;
        foreach (var level in table.Keys.SelectMany(key => key.Levels))
        {
            var published = level.Codes[row];
            var counted = published == PublishedLevel.Total ? -1 : countedCodes[column][published];
            if (counted < 0 && published != PublishedLevel.Total)
            {
                return -1;
            }

            code += _radix[column++] * (UInt128)(counted + 1);
        }

        return _cells.GetValueOrDefault(code, -1);
    }

    /// <summary>For each level column the counted code of each published code, −1 for a label that was not counted.</summary>
    public int[][] CountedCodes(PublishedTable table) =>
        [.. table.Keys.SelectMany(key => key.Levels).Select((level, column) =>
        {
            var codes = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var code = 0; code < _columns[column].Labels.Count; code++)
            {
                codes.Add(_columns[column].Labels[code], code);
            }

            return level.Labels.Select(label => codes.GetValueOrDefault(label, -1)).ToArray();
        })];

    /// <summary>The exact value of a measure: a sum, and for means what it is divided by (otherwise 1).</summary>
    public (Int128 Sum, Int128 Divisor, int Scale)? Value(string measure, int cell)
    {
        if (!_values.TryGetValue(measure, out var values))
        {
            return null;
        }

        var counted = _classes.Measures.FirstOrDefault(candidate => candidate.Name == measure);
        return (values.Sums[cell], counted?.Divisors is null ? 1 : values.Divisors[cell], counted?.Scale ?? 0);
    }

    /// <summary>A cell in words.</summary>
    public string Describe(string table, string totalMark, int cell)
    {
        var parts = _columns.Select((column, index) =>
        {
            var code = (int)(_codes[cell] / _radix[index] % (UInt128)(column.Labels.Count + 1)) - 1;
            return column.Level + " " + (code < 0 ? totalMark : column.Labels[code]);
        });
        return $"{table} ({string.Join(", ", parts)})";
    }

    private static IEnumerable<(string Depths, bool[] Shown)> Combinations(PublishedTable table)
    {
        IEnumerable<(string Depths, bool[] Shown)> combinations = [("", [])];
        foreach (var levels in table.Keys.Select(key => key.Levels.Count))
        {
            combinations = [.. combinations.SelectMany(prefix => Enumerable.Range(0, levels + 1).Select(depth => (
                prefix.Depths + (char)depth,
                (bool[])[.. prefix.Shown, .. Enumerable.Range(0, levels).Select(level => level < depth)])))];
        }

        return combinations;
    }

    private void RollUp(bool[] shown)
    {
        var respondents = new HashSet<(int Cell, int Respondent)>();
        for (var row = 0; row < _classes.Rows; row++)
        {
            UInt128 code = 0;
            for (var column = 0; column < shown.Length; column++)
            {
                code += shown[column] ? _radix[column] * (UInt128)(_columns[column].Codes[row] + 1) : 0;
            }

            Add(row, Cell(code), respondents);
        }
    }

    private int Cell(UInt128 code)
    {
        if (!_cells.TryGetValue(code, out var cell))
        {
            cell = _codes.Count;
            _cells.Add(code, cell);
            _codes.Add(code);
            foreach (var (sums, divisors) in _values.Values)
            {
                sums.Add(0);
                divisors.Add(0);
            }
        }

        return cell;
    }

    private void Add(int row, int cell, HashSet<(int Cell, int Respondent)> respondents)
    {
        foreach (var measure in _classes.Measures)
        {
            var (sums, divisors) = _values[measure.Name];
            sums[cell] = checked(sums[cell] + measure.Sums[row]);
            divisors[cell] = checked(divisors[cell] + (measure.Divisors?[row] ?? 0));
        }

        if (_classes.DistinctCount is { } distinct && _classes.Respondents![row] is >= 0 and var respondent
            && respondents.Add((cell, respondent)))
        {
            _values[distinct].Sums[cell]++;
        }
    }
}
