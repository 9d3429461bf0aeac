namespace Publish.Portal.Charts;

/// <summary>An axis from zero (or below, where numbers are negative) to a round number.</summary>
/// <param name="Lowest">The lowest tick, at most 0.</param>
/// <param name="Step">The distance of ticks: 1, 2 or 5 times a power of ten.</param>
/// <param name="Steps">How many steps the axis has.</param>
public sealed record ChartScale(decimal Lowest, decimal Step, int Steps)
{
    private const int WantedSteps = 5;

    /// <summary>The highest tick.</summary>
    public decimal Highest => Lowest + (Step * Steps);

    /// <summary>The ticks, from the lowest.</summary>
    public IEnumerable<decimal> Ticks => Enumerable.Range(0, Steps + 1).Select(i => Lowest + (Step * i));

    /// <summary>Chooses an axis.</summary>
    /// <param name="values">The numbers to be drawn.</param>
    /// <returns>An axis that holds them and zero.</returns>
    public static ChartScale Of(IEnumerable<decimal> values)
    {
        var (least, most) = (0m, 0m);
        foreach (var value in values)
        {
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        if (least == most)
        {
            return new ChartScale(0, 1, 1);
        }

        var step = StepOf((double)(most - least) / WantedSteps);
        var lowest = Math.Floor(least / step) * step;
        return new ChartScale(lowest, step, (int)Math.Ceiling((most - lowest) / step));
    }

    /// <summary>Where a number stands, as a share of the axis.</summary>
    /// <param name="value">The number.</param>
    /// <returns>0 at the lowest tick, 1 at the highest.</returns>
    public double ShareOf(decimal value) => (double)((value - Lowest) / (Highest - Lowest));

    private static decimal StepOf(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var factor = least / power <= 1 ? 1 : least / power <= 2 ? 2 : least / power <= 5 ? 5 : 10;
        return (decimal)(factor * power);
    }
}
