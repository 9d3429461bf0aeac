namespace Publish.Disclosure.Tables.Optimal;

/// <summary>Publishes what a safe pattern does not need, and tells what each cell that is left shields.</summary>
internal sealed class PatternReduction(Attackers attackers, CellChoice[] choices, double[] costs)
{
    /// <summary>Publishes what is not needed, the dearest first.</summary>
    /// <param name="suppressed">A pattern: 1 for the suppressed cells, 0 for the others.</param>
    /// <returns>What is left, or <see langword="null"/> where the pattern is not safe.</returns>
    public double[]? Run(double[] suppressed)
    {
        if (attackers.FirstKept(suppressed) >= 0)
        {
            return null;
        }

        var left = (double[])suppressed.Clone();
        foreach (var cell in Candidates(left))
        {
            left[cell] = 0;
            left[cell] = attackers.FirstKept(left, cell) < 0 ? 0 : 1;
        }

        return left;
    }

    /// <summary>For each cell that could be published the one it shields; −1 for all others.</summary>
    /// <param name="suppressed">A safe pattern from which nothing can be left out.</param>
    public int[] Shields(double[] suppressed)
    {
        var shields = new int[suppressed.Length];
        Array.Fill(shields, -1);
        attackers.FirstKept(suppressed);
        var left = (double[])suppressed.Clone();
        foreach (var cell in Candidates(suppressed))
        {
            left[cell] = 0;
            shields[cell] = attackers.FirstKept(left);
            left[cell] = 1;
        }

        return shields;
    }

    private IEnumerable<int> Candidates(double[] suppressed) =>
    [
        .. Enumerable.Range(0, suppressed.Length)
            .Where(cell => choices[cell] is CellChoice.Open or CellChoice.Free && suppressed[cell] > 0)
            .OrderByDescending(cell => costs[cell]).ThenBy(cell => cell),
    ];
}
