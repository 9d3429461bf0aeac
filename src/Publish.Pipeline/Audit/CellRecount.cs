using Publish.Attacks.Recounts;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;
using Publish.Policies;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Counts the cells of a table from the class table a second time, with code of the audit's own: nothing that Protection
/// counted is taken over.
/// </summary>
internal sealed class CellRecount
{
    private readonly GroupedUpload _upload;
    private readonly TablePlan _plan;
    private readonly Policy _policy;
    private readonly List<int[]> _codes = [];
    private readonly List<int[]> _places = [];
    private readonly List<long> _frequencies = [];
    private readonly List<Int128>[] _sums;
    private readonly List<long>[] _contributors;

    private CellRecount(GroupedUpload upload, TablePlan plan, Policy policy)
    {
        _upload = upload;
        _plan = plan;
        _policy = policy;
        _sums = [.. plan.Request.Measures.Select(_ => new List<Int128>())];
        _contributors = [.. plan.Request.Measures.Select(_ => new List<long>())];
    }

    /// <summary>The name of the frequency, which need not be published.</summary>
    public const string Frequency = "count";

    /// <summary>The name of the contributors of a measure, which are never published.</summary>
    /// <param name="column">The measure's column.</param>
    /// <returns>A name no published column has.</returns>
    public static string ContributorsOf(string column) => "contributors of " + column;

    /// <summary>Counts every cell of a table.</summary>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="plan">The table's plan.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The cells with their counts, sums, means and contributors.</returns>
    public static CountedClasses Of(GroupedUpload upload, TablePlan plan, Policy policy) => WithPlaces(upload, plan, policy).Cells;

    /// <summary>Counts every cell of a table, and tells where each class is counted.</summary>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="plan">The table's plan.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The cells, and for each grouping set the cell of each class.</returns>
    public static (CountedClasses Cells, IReadOnlyList<int[]> Places) WithPlaces(GroupedUpload upload, TablePlan plan, Policy policy)
    {
        var recount = new CellRecount(upload, plan, policy);
        recount.CountFrom(0, new int[plan.Dimensions.Count]);
        return (recount.Result(), recount._places);
    }

    // Every choice of one published level (or the total) in each dimension.
    private void CountFrom(int dimension, int[] levels)
    {
        if (dimension == levels.Length)
        {
            CountGroupingSet(levels);
            return;
        }

        foreach (var level in _plan.Request.Keys[dimension].Levels)
        {
            levels[dimension] = level;
            CountFrom(dimension + 1, levels);
        }
    }

    private void CountGroupingSet(int[] levels)
    {
        var cells = new Dictionary<CodeTuple, int>();
        var cellOf = new int[_upload.Classes.ClassCount];
        var first = _frequencies.Count;
        for (var c = 0; c < cellOf.Length; c++)
        {
            var tuple = TupleOf(c, levels);
            if (!cells.TryGetValue(tuple, out var cell))
            {
                cell = first + cells.Count;
                cells.Add(tuple, cell);
                _codes.Add(tuple.Codes);
            }

            cellOf[c] = cell;
        }

        _places.Add(cellOf);
        _frequencies.AddRange(Distinct(cellOf, first, cells.Count, presence: null));
        for (var m = 0; m < _sums.Length; m++)
        {
            var measure = _plan.Request.Measures[m];
            var sums = new Int128[cells.Count];
            for (var c = 0; c < cellOf.Length; c++)
            {
                sums[cellOf[c] - first] += _upload.Classes.Sums[measure.Sum][c];
            }

            _sums[m].AddRange(sums);
            _contributors[m].AddRange(Distinct(cellOf, first, cells.Count, measure.PresenceKey));
        }
    }

    // A published cell's codes are those of its level and of every coarser one; finer columns hold the total mark.
    private CodeTuple TupleOf(int c, int[] levels)
    {
        var codes = new int[_plan.Dimensions.Sum(d => d.Columns.Count)];
        var next = 0;
        for (var d = 0; d < levels.Length; d++)
        {
            var collected = _upload.Classes.Codes[_plan.Request.Keys[d].Key][c];
            foreach (var column in _plan.Dimensions[d].Columns)
            {
                codes[next++] = column >= levels[d] ? _plan.Dimensions[d].Hierarchy.Levels[column].CategoryOf[collected] : -1;
            }
        }

        return new CodeTuple(codes);
    }

    // Inclusion by class, then each respondent who is in m classes of one cell taken away m − 1 times.
    private long[] Distinct(int[] cellOf, int first, int cells, int? presence)
    {
        var counts = new long[cells];
        for (var c = 0; c < cellOf.Length; c++)
        {
            if (Counts(c, presence))
            {
                counts[cellOf[c] - first] += _upload.Classes.Respondents[c];
            }
        }

        var overlaps = _upload.Classes.Overlaps;
        var own = new List<int>();
        for (var group = 0; group + 1 < overlaps.Starts.Length; group++)
        {
            own.Clear();
            for (var i = overlaps.Starts[group]; i < overlaps.Starts[group + 1]; i++)
            {
                if (Counts(overlaps.Classes[i], presence))
                {
                    own.Add(cellOf[overlaps.Classes[i]] - first);
                }
            }

            own.Sort();
            for (var i = 1; i < own.Count; i++)
            {
                if (own[i] == own[i - 1])
                {
                    counts[own[i]] -= overlaps.Respondents[group];
                }
            }
        }

        return counts;
    }

    private bool Counts(int c, int? presence) => presence is not { } key || _upload.Classes.Codes[key][c] == 1;

    private CountedClasses Result()
    {
        var levels = new List<CountedLevel>();
        foreach (var dimension in _plan.Dimensions)
        {
            foreach (var column in dimension.Columns)
            {
                var place = levels.Count;
                var level = dimension.Hierarchy.Levels[column];
                levels.Add(new CountedLevel(dimension.Name, level.Name, level.Labels, [.. _codes.Select(codes => codes[place])]));
            }
        }

        var measures = new List<CountedMeasure> { new(Frequency, [.. _frequencies.Select(f => (Int128)f)]) };
        foreach (var (column, m) in MeasureColumns())
        {
            measures.Add(new CountedMeasure(ContributorsOf(column), [.. _contributors[m].Select(f => (Int128)f)]));
            foreach (var published in _plan.Release.Measures.Where(p => p.Column == column))
            {
                measures.Add(new CountedMeasure(
                    published.Name,
                    _sums[m],
                    _policy.Column(column)!.Decimals,
                    published.Kind == MeasureKind.Mean ? _contributors[m] : null));
            }
        }

        return new CountedClasses(levels, measures, areCells: true);
    }

    private IEnumerable<(string Column, int Measure)> MeasureColumns() =>
        _plan.Release.Measures
            .Select((measure, i) => (measure.Column, Measure: _plan.MeasureOf[i]))
            .Where(m => m.Column is not null)
            .Select(m => (m.Column!, m.Measure))
            .Distinct();

    private readonly record struct CodeTuple(int[] Codes)
    {
        public bool Equals(CodeTuple other) => Codes.AsSpan().SequenceEqual(other.Codes);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var code in Codes)
            {
                hash.Add(code);
            }

            return hash.ToHashCode();
        }
    }
}
