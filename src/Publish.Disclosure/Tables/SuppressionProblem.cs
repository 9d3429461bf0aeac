namespace Publish.Disclosure.Tables;

/// <summary>What secondary suppression has to solve: which cells to hide beside the primary ones.</summary>
public sealed class SuppressionProblem
{
    /// <summary>The cells and what ties them.</summary>
    public required CellSystem System { get; init; }

    /// <summary>What may be done with each cell.</summary>
    public required CellRole[] Roles { get; init; }

    /// <summary>What suppressing each cell costs, at least 0.</summary>
    public required double[] Costs { get; init; }

    /// <summary>
    /// The measures and the intervals they need; one pattern serves all of them. Without any (the default), suppressed
    /// cells must not follow from the equations, and nothing is said of their intervals.
    /// </summary>
    public IReadOnlyList<IntervalDemand> Demands { get; init; } = [];

    /// <summary>Checks that all arrays speak of the same cells and classes.</summary>
    /// <exception cref="ArgumentException">They do not, or a number is negative that must not be.</exception>
    public void Check()
    {
        if (Roles.Length != System.CellCount || Costs.Length != System.CellCount)
        {
            throw new ArgumentException("Every cell has a role and a cost.");
        }

        foreach (var demand in Demands)
        {
            if (demand.ClassValues.Length != System.ClassCount
                || demand.Lower.Length != System.CellCount
                || demand.Upper.Length != System.CellCount
                || (demand.Least is { } least && least.Length != System.CellCount))
            {
                throw new ArgumentException("A demand has a value for every class, and amounts for every cell.");
            }

            if (demand.Lower.Any(Int128.IsNegative) || demand.Upper.Any(Int128.IsNegative))
            {
                throw new ArgumentException("Intervals reach at least as far as the value itself.");
            }
        }
    }
}
