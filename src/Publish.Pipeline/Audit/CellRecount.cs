using Publish.Attacks.Recounts;
using Publish.Disclosure;
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
    private readonly RecountCodes _codes;

    private CellRecount(GroupedUpload upload, TablePlan plan, Policy policy) =>
        (_upload, _plan, _policy, _codes) = (upload, plan, policy, new RecountCodes(upload, plan));

    /// <summary>The name of the frequency, which need not be published.</summary>
    public const string Frequency = "count";

    /// <summary>The name of the contributors of a measure, which are never published.</summary>
    /// <param name="column">The measure's column.</param>
    /// <returns>A name no published column has.</returns>
    public static string ContributorsOf(string column) => "contributors of " + column;

    /// <summary>The name of the respondents without a value of a measure, which are never published.</summary>
    /// <param name="column">The measure's column.</param>
    /// <returns>A name no published column has.</returns>
    public static string WithoutValueOf(string column) => "respondents without " + column;

    /// <summary>Counts every cell of a table.</summary>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="plan">The table's plan.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The cells with their measures and contributors.</returns>
    public static CountedClasses Of(GroupedUpload upload, TablePlan plan, Policy policy) => WithPlaces(upload, plan, policy).Cells;

    /// <summary>Counts every cell of a table, and tells where each class is counted.</summary>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="plan">The table's plan.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The cells, and for each grouping set the cell of each class; no places where counts are not perturbed.</returns>
    public static (CountedClasses Cells, IReadOnlyList<int[]> Places) WithPlaces(GroupedUpload upload, TablePlan plan, Policy policy)
    {
        var recount = new CellRecount(upload, plan, policy);
        var sets = recount._codes.Sets();
        var counted = new RecountedSet[sets.Count];
        Parallel.For(0, sets.Count, set => counted[set] = recount.Count(sets[set]));
        return (recount.Result(counted), [.. PlacesIn(counted)]);
    }

    // Cells are numbered through the grouping sets.
    private static IEnumerable<int[]> PlacesIn(RecountedSet[] sets)
    {
        var first = 0;
        foreach (var set in sets)
        {
            yield return Array.ConvertAll(set.CellOf, cell => first + cell);
            first += set.Representatives.Length;
        }
    }

    private RecountedSet Count(int[] levels)
    {
        var cells = new Dictionary<UInt128, int>();
        var representatives = new List<int>();
        var cellOf = new int[_upload.Classes.ClassCount];
        for (var c = 0; c < cellOf.Length; c++)
        {
            var code = _codes.Of(c, levels);
            if (!cells.TryGetValue(code, out cellOf[c]))
            {
                cellOf[c] = representatives.Count;
                cells.Add(code, representatives.Count);
                representatives.Add(c);
            }
        }

        var measures = _plan.Request.Measures;
        return new RecountedSet(
            levels,
            [.. representatives],
            Distinct(_upload.Classes, cellOf, representatives.Count, presence: null),
            [.. measures.Select(measure => Sum(cellOf, representatives.Count, _upload.Classes.Sums[measure.Sum]))],
            [.. measures.Select(measure => Distinct(_upload.Classes, cellOf, representatives.Count, measure.PresenceKey))],
            [.. measures.Select(measure => Weights(cellOf, representatives.Count, measure))],
            _plan.Release.IsPerturbed || _plan.Release.Measures.Any(measure => measure.Kind == MeasureKind.Quantile) ? cellOf : []);
    }

    private Int128[] Weights(int[] cellOf, int cells, Disclosure.Tables.TableMeasure measure)
    {
        if (measure.WeightSum is not { } weight)
        {
            return [];
        }

        var weights = _upload.Classes.Sums[weight];
        return measure.PresenceKey is { } key
            ? Sum(cellOf, cells, [.. weights.Select((sum, c) => _upload.Classes.Codes[key][c] == 1 ? sum : 0)])
            : Sum(cellOf, cells, weights);
    }

    private static Int128[] Sum(int[] cellOf, int cells, Int128[] values)
    {
        var sums = new Int128[cells];
        for (var c = 0; c < cellOf.Length; c++)
        {
            sums[cellOf[c]] = checked(sums[cellOf[c]] + values[c]);
        }

        return sums;
    }

    /// <summary>
    /// Counts distinct respondents: inclusion by class, then each who is in m classes of one cell taken away m − 1 times.
    /// </summary>
    /// <param name="classes">The class table, of respondents or of holdings.</param>
    /// <param name="cellOf">The cell of each class.</param>
    /// <param name="cells">How many cells there are.</param>
    /// <param name="presence">A key that is 1 where a respondent counts, or <see langword="null"/> where all do.</param>
    public static long[] Distinct(ClassTable classes, int[] cellOf, int cells, int? presence)
    {
        bool Counts(int c) => presence is not { } key || classes.Codes[key][c] == 1;

        var counts = new long[cells];
        for (var c = 0; c < cellOf.Length; c++)
        {
            if (Counts(c))
            {
                counts[cellOf[c]] += classes.Respondents[c];
            }
        }

        var overlaps = classes.Overlaps;
        var own = new List<int>();
        for (var group = 0; group + 1 < overlaps.Starts.Length; group++)
        {
            own.Clear();
            for (var i = overlaps.Starts[group]; i < overlaps.Starts[group + 1]; i++)
            {
                if (Counts(overlaps.Classes[i]))
                {
                    own.Add(cellOf[overlaps.Classes[i]]);
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

    private CountedClasses Result(RecountedSet[] sets)
    {
        var levels = new List<CountedLevel>();
        for (var d = 0; d < _plan.Dimensions.Count; d++)
        {
            foreach (var column in _plan.Dimensions[d].Columns)
            {
                var level = _plan.Dimensions[d].Hierarchy.Levels[column];
                var dimension = d;
                int[] codes = [.. sets.SelectMany(set => set.Representatives.Select(c => _codes.Category(c, dimension, column, set.Levels)))];
                levels.Add(new CountedLevel(_plan.Dimensions[d].Name, level.Name, level.Labels, codes));
            }
        }

        return new CountedClasses(levels, new RecountedMeasures(_upload, _plan, _policy, _codes, sets).All(), areCells: true);
    }
}
