using Publish.Disclosure;

namespace Publish.Pipeline.Grouping;

/// <summary>
/// Joins the classes that the workers met into one table, ordered by codes, so that the result does not depend on which
/// worker read which part of the file.
/// </summary>
internal sealed class ClassMerge
{
    private readonly int _keys;
    private readonly List<int> _codes = [];
    private readonly List<(ClassAccumulator Worker, int Number)> _classes = [];
    private int[][] _finalOf = [];

    /// <summary>Merges and numbers the classes.</summary>
    /// <param name="workers">What each worker met.</param>
    /// <param name="finalCodes"><c>finalCodes[worker][key][code]</c>: the code all workers agree on.</param>
    /// <param name="keys">Codes in a class's tuple.</param>
    public ClassMerge(IReadOnlyList<ClassAccumulator> workers, int[][][] finalCodes, int keys)
    {
        _keys = keys;
        for (var w = 0; w < workers.Count; w++)
        {
            for (var number = 0; number < workers[w].Count; number++)
            {
                var codes = workers[w].CodesOf(number);
                for (var key = 0; key < keys; key++)
                {
                    _codes.Add(finalCodes[w][key][codes[key]]);
                }

                _classes.Add((workers[w], number));
            }
        }

        Number(workers);
    }

    /// <summary>The number of classes.</summary>
    public int Count { get; private set; }

    /// <summary><c>FinalOf[worker][number]</c>: the class's number in the merged table.</summary>
    public IReadOnlyList<int[]> FinalOf => _finalOf;

    /// <summary>Builds the table.</summary>
    /// <param name="measures">Sums a class keeps.</param>
    /// <param name="respondents">Distinct respondents of each merged class, or <see langword="null"/> where a row is a respondent.</param>
    /// <param name="overlaps">Respondents in several classes.</param>
    /// <param name="contributions">Who adds how much, as far as a rule asks.</param>
    /// <returns>The class table.</returns>
    /// <exception cref="OverflowException">A sum leaves the range of 128 bits.</exception>
    public ClassTable Build(
        int measures, long[]? respondents, RespondentOverlaps overlaps, GroupedContributions contributions)
    {
        var codes = new int[_keys][];
        for (var key = 0; key < _keys; key++)
        {
            codes[key] = new int[Count];
        }

        var rows = new long[Count];
        var sums = new Int128[measures][];
        var ranges = new ValueRanges[measures];
        for (var measure = 0; measure < measures; measure++)
        {
            sums[measure] = new Int128[Count];
            ranges[measure] = ValueRanges.Empty(Count);
        }

        for (var i = 0; i < _classes.Count; i++)
        {
            var (worker, number) = _classes[i];
            var final = _final[i];
            rows[final] = checked(rows[final] + worker.RowsOf(number));
            for (var key = 0; key < _keys; key++)
            {
                codes[key][final] = _codes[(i * _keys) + key];
            }

            for (var measure = 0; measure < measures; measure++)
            {
                var total = worker.TotalOf(number, measure);
                sums[measure][final] = checked(sums[measure][final] + total.Sum);
                ranges[measure].Include(final, total.Least, total.Greatest);
            }
        }

        return new ClassTable(codes, respondents ?? [.. rows], rows, sums, overlaps)
        {
            Ranges = ranges,
            Contributions = contributions.Tables,
            Holdings = contributions.Holdings is { } holdings
                ? new ClassTable(codes, holdings.ByClass, rows, sums, holdings.Overlaps)
                : null,
        };
    }

    private int[] _final = [];

    private void Number(IReadOnlyList<ClassAccumulator> workers)
    {
        var order = new int[_classes.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, Compare);
        _final = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            if (i > 0 && Compare(order[i - 1], order[i]) != 0)
            {
                Count++;
            }

            _final[order[i]] = Count;
        }

        Count = order.Length == 0 ? 0 : Count + 1;
        _finalOf = [.. workers.Select(w => new int[w.Count])];
        var next = 0;
        for (var w = 0; w < workers.Count; w++)
        {
            for (var number = 0; number < workers[w].Count; number++)
            {
                _finalOf[w][number] = _final[next++];
            }
        }
    }

    private int Compare(int left, int right)
    {
        for (var key = 0; key < _keys; key++)
        {
            var order = _codes[(left * _keys) + key].CompareTo(_codes[(right * _keys) + key]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
