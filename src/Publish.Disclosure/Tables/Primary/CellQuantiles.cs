namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// Quantiles of the contributions to each cell: the value at place ⌈q·n⌉ in ascending order, or the mean of that and the
/// next where q·n is whole (Hyndman and Fan 1996, definition 2).
/// </summary>
internal static class CellQuantiles
{
    /// <summary>Twice the quantile of each cell of a grouping set, so that it is whole; 0 where nobody has a value.</summary>
    /// <exception cref="ArgumentException">Not every contribution to the measure was kept.</exception>
    public static Int128[] Of(GroupingSetCells set, JointClasses joint, TableMeasure measure, decimal at)
    {
        if (measure.Sum >= joint.Real.Contributions.Count
            || joint.Real.Contributions[measure.Sum] is not { Depth: int.MaxValue } contributions)
        {
            throw new ArgumentException("A quantile needs every contribution.", nameof(measure));
        }

        var cells = contributions.Coarsen(set.CellOf.AsSpan(0, joint.Real.ClassCount), set.Count).ByClass();
        var quantiles = new Int128[set.Count];
        for (var cell = 0; cell < quantiles.Length; cell++)
        {
            var values = cells.Of(cell).ToArray();
            Array.Sort(values, static (a, b) => a.Value.CompareTo(b.Value));
            quantiles[cell] = values.Length == 0 ? 0 : Twice(values, at);
        }

        return quantiles;
    }

    private static Int128 Twice(Contribution[] ascending, decimal at)
    {
        var place = at * ascending.Length;
        var first = (int)decimal.Ceiling(place) - 1;
        var second = decimal.IsInteger(place) ? first + 1 : first;
        return checked(ascending[first].Value + ascending[second].Value);
    }
}
