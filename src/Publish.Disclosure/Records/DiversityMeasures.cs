namespace Publish.Disclosure.Records;

/// <summary>
/// What the classes of a table tell of a sensitive value: each figure is that of the worst class. Shares are of distinct
/// respondents, one with several values counting for each.
/// </summary>
/// <param name="Distinct">The fewest different values of a class (distinct ℓ).</param>
/// <param name="Entropy">The smallest exp(−Σ p ln p) of a class (entropy ℓ), not rounded.</param>
/// <param name="Recursive">
/// The largest r₁ / (r_ℓ + … + r_m) with ℓ = <paramref name="Distinct"/>: recursive (c, ℓ)-diversity holds for every c
/// above it.
/// </param>
/// <param name="EqualDistance">
/// The smallest t of t-closeness where all values are equally far apart: the largest ½ Σ |p − q| of a class's shares p
/// and the table's q (N. Li, T. Li and S. Venkatasubramanian, "t-closeness", 2007).
/// </param>
/// <param name="OrderedDistance">
/// The smallest t of t-closeness where values lie in the order of their codes: the largest mean of |Σ (p − q)| over the
/// m − 1 steps between the values met in the table.
/// </param>
/// <param name="Disclosure">
/// The smallest δ of δ-disclosure privacy, the largest |ln (p / q)| over the values a class has (J. Brickell and
/// V. Shmatikov, 2008). Values a class lacks are passed over.
/// </param>
/// <param name="BasicLikeness">
/// The smallest β of basic β-likeness, the largest (p − q) / q (J. Cao and P. Karras, 2012).
/// </param>
public sealed record DiversityMeasures(
    int Distinct,
    double Entropy,
    double Recursive,
    double EqualDistance,
    double OrderedDistance,
    double Disclosure,
    double BasicLikeness)
{
    /// <summary>Measures a table; all figures are 0 for an empty one.</summary>
    /// <param name="table">The classes.</param>
    /// <param name="keys">The columns an intruder may know.</param>
    /// <param name="sensitive">The column with the sensitive value, not one of <paramref name="keys"/>.</param>
    public static DiversityMeasures Of(ClassTable table, IReadOnlyList<int> keys, int sensitive)
    {
        ArgumentNullException.ThrowIfNull(table);
        var groups = GroupedClasses.By(table, keys);
        var cells = SensitiveCells.Of(table, sensitive, groups.GroupOf, groups.Count);
        var overall = SensitiveCells.Of(table, sensitive, new int[table.ClassCount], 1);
        var reference = new SensitiveDistribution(overall.Values(0), overall.Histogram(0));
        var measured = Enumerable.Range(0, groups.Count)
            .Where(group => Histograms.DistinctValues(cells.Histogram(group)) > 0)
            .ToArray();
        if (measured.Length == 0)
        {
            return new DiversityMeasures(0, 0, 0, 0, 0, 0, 0);
        }

        var distinct = measured.Min(group => Histograms.DistinctValues(cells.Histogram(group)));
        var distances = measured
            .Select(group => reference.DistancesTo(cells.Values(group), cells.Histogram(group)))
            .ToArray();
        return new DiversityMeasures(
            distinct,
            Math.Exp(measured.Min(group => Histograms.Entropy(cells.Histogram(group)))),
            measured.Max(group => Histograms.TopToTail(cells.Histogram(group), distinct)),
            distances.Max(distance => distance.Equal),
            distances.Max(distance => distance.Ordered),
            distances.Max(distance => distance.LogRatio),
            distances.Max(distance => distance.RelativeGain));
    }
}
