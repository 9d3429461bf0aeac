namespace Publish.Attacks.Tables;

/// <summary>One column of numbers of a published table, as it was read back from the file.</summary>
public sealed class PublishedMeasure
{
    /// <summary>Creates a measure.</summary>
    /// <param name="name">The column's name. The same name in two tables of an edition means the same quantity.</param>
    /// <param name="kind">What the numbers are.</param>
    /// <param name="values">One value a row in units of 10^−<paramref name="scale"/>; <see langword="null"/> where the file is empty.</param>
    /// <param name="scale">Decimals, 0 to 18. Counts have 0.</param>
    /// <param name="isAdditive">
    /// Whether disjoint cells add up. Leave it true for sums; give false for counts of respondents who may recur in
    /// several cells. Ignored for means, which never add up.
    /// </param>
    /// <param name="roundingUnit">
    /// The unit the file's numbers were rounded to, in units of the scale; 0 (the default) says the numbers are exact.
    /// </param>
    /// <param name="noise">
    /// What rounding or noise does to sums: <see cref="MeasureNoise.None"/> (the default) where a sum of published numbers is
    /// a published number.
    /// </param>
    /// <param name="isNonNegative">Whether every contribution is publicly known not to be negative. Always true for counts.</param>
    /// <exception cref="ArgumentException">The scale is out of bounds, or a count has decimals.</exception>
    public PublishedMeasure(
        string name,
        MeasureKind kind,
        IReadOnlyList<Int128?> values,
        int scale = 0,
        bool isAdditive = true,
        Int128 roundingUnit = default,
        bool isNonNegative = false,
        MeasureNoise noise = MeasureNoise.None)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, 18);
        if (roundingUnit < 0 || (kind == MeasureKind.Count && scale != 0))
        {
            throw new ArgumentException("A count has no decimals, and a rounding unit is not negative.", nameof(scale));
        }

        (Name, Kind, Values, Scale, RoundingUnit, Noise) = (name, kind, values, scale, roundingUnit, noise);
        IsAdditive = isAdditive && kind is (MeasureKind.Count or MeasureKind.Sum);
        IsNonNegative = isNonNegative || kind == MeasureKind.Count;
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>What the numbers are.</summary>
    public MeasureKind Kind { get; }

    /// <summary>One value a row in units of 10^−<see cref="Scale"/>; <see langword="null"/> where the file is empty.</summary>
    public IReadOnlyList<Int128?> Values { get; }

    /// <summary>Decimals of the values.</summary>
    public int Scale { get; }

    /// <summary>Whether a cell is the sum of the disjoint cells that make it up.</summary>
    public bool IsAdditive { get; }

    /// <summary>The unit of rounding, in units of the scale; 0 when exact.</summary>
    public Int128 RoundingUnit { get; }

    /// <summary>What rounding or noise does to sums.</summary>
    public MeasureNoise Noise { get; }

    /// <summary>Whether the public knows that no contribution is negative.</summary>
    public bool IsNonNegative { get; }

    /// <summary>How a mean or a derived number is made; <see langword="null"/> (the default) where that is not known.</summary>
    public MeasureFormula? Formula { get; init; }

    /// <summary>
    /// What is known of each value where the table does not publish the measure, but others from which it is worked out;
    /// <see langword="null"/> for what is published.
    /// </summary>
    internal ImpliedBounds? Implied { get; init; }
}
