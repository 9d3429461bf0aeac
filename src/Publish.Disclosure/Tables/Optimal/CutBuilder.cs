namespace Publish.Disclosure.Tables.Optimal;

/// <summary>Makes cuts of dual values that surely hold, whatever rounding errors are in those.</summary>
/// <remarks>
/// Fischetti and Salazar, <em>Management Science</em> 47 (2001), section 4: capacity constraints from the attackers' dual
/// solutions, their coefficients cut down to the right-hand side; cover inequalities from them. With λ a multiple of
/// 2⁻²⁰ for each row, λᵀA is exact; every table that agrees with the equations has λᵀA·z = 0.
/// </remarks>
internal sealed class CutBuilder(AttackerSystem system, CellChoice[] choices)
{
    private const double Unit = 1 << 20;

    /// <summary>A dual value above this is a matter of rounding errors.</summary>
    private const double MostDual = 1 << 20;

    /// <summary>Room for the rounding errors of a few operations.</summary>
    private const double Outwards = 1 + 1e-12;
    private readonly long[] _combination = new long[system.ColumnCount];

    /// <summary>The cut that an attacker's dual values give, or <see langword="null"/> where they give none.</summary>
    /// <param name="attacker">The attacker.</param>
    /// <param name="duals">Its dual values.</param>
    public CoverCut? Of(Attacker attacker, double[] duals)
    {
        if (!Combine(duals))
        {
            return null;
        }

        // sign·z(cell)·combination(cell) = −Σ combination(c)·z(c) over the other columns.
        var own = attacker.Sign * _combination[attacker.Cell];
        if (own <= 0)
        {
            return null;
        }

        var (cells, coefficients, right) = (new List<int>(), new List<double>(), 1.0);
        for (var column = 0; column < system.ColumnCount; column++)
        {
            if (column == attacker.Cell || _combination[column] == 0)
            {
                continue;
            }

            var gain = -(double)_combination[column] / own;
            var most = gain > 0 ? double.PositiveInfinity : -gain * system.Lower(attacker, column) * Outwards;
            if (column >= system.CellCount || choices[column] is CellChoice.Suppressed or CellChoice.Free)
            {
                right -= most;
            }
            else if (most > 0 && choices[column] == CellChoice.Open)
            {
                cells.Add(column);
                coefficients.Add(most);
            }
        }

        right -= 1e-12;
        return right <= 1e-6 ? null : new CoverCut([.. cells], [.. coefficients.Select(coefficient => Part(coefficient, right))]);
    }

    /// <summary>
    /// A stronger cut where there is one: cells that do not make up for the right-hand side all together leave it to the
    /// others, of which one must be suppressed.
    /// </summary>
    /// <param name="cut">The cut.</param>
    /// <param name="suppressed">How much of each cell is suppressed, from 0 to 1: where the stronger cut should stand out.</param>
    public static CoverCut Strengthen(CoverCut cut, double[] suppressed)
    {
        int[] order = [.. Enumerable.Range(0, cut.Cells.Length)
            .OrderByDescending(entry => suppressed[cut.Cells[entry]] / cut.Coefficients[entry]).ThenBy(entry => cut.Cells[entry])];
        var (left, others) = (1 - 1e-9, new List<int>());
        foreach (var entry in order)
        {
            if (cut.Coefficients[entry] < left)
            {
                left -= cut.Coefficients[entry];
            }
            else
            {
                others.Add(cut.Cells[entry]);
            }
        }

        var stronger = new CoverCut([.. others.Order()], [.. others.Select(_ => 1.0)]);
        return stronger.Violation(suppressed) >= cut.Violation(suppressed) ? stronger : cut;
    }

    /// <summary>
    /// Cuts of sums of cells: no candidate is suppressed alone in one, since it would be worked out and might as well be
    /// published (the bridgeless inequalities of Fischetti and Salazar, for single equations).
    /// </summary>
    /// <param name="suppressed">How much of each cell is suppressed, from 0 to 1.</param>
    public IEnumerable<CoverCut> OfSums(double[] suppressed)
    {
        foreach (var (columns, _) in system.Rows)
        {
            if (Array.Exists(columns, column => column >= system.CellCount || choices[column] is CellChoice.Suppressed or CellChoice.Free))
            {
                continue;
            }

            int[] open = [.. columns.Where(column => choices[column] == CellChoice.Open)];
            foreach (var cell in open.Where(cell => suppressed[cell] > 0))
            {
                int[] others = [.. open.Where(other => other != cell)];
                yield return new CoverCut(others, [.. others.Select(_ => 1.0)], cell);
            }
        }
    }

    private static double Part(double coefficient, double right) =>
        coefficient >= right * (1 - 1e-9) ? 1 : coefficient / right * Outwards;

    private bool Combine(double[] duals)
    {
        Array.Clear(_combination);
        for (var row = 0; row < duals.Length; row++)
        {
            if (!(Math.Abs(duals[row]) < MostDual))
            {
                return false;
            }

            var dual = (long)Math.Round(duals[row] * Unit);
            if (dual != 0)
            {
                var (columns, coefficients) = system.Rows[row];
                for (var entry = 0; entry < columns.Length; entry++)
                {
                    _combination[columns[entry]] = checked(_combination[columns[entry]] + dual * coefficients[entry]);
                }
            }
        }

        return true;
    }
}
