namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// One thing an intruder must be unable to rule out: that a cell differs from its true value by an amount, to one side.
/// A pattern is safe if every attacker finds possible tables that agree with what is published and do.
/// </summary>
/// <param name="Cell">The cell.</param>
/// <param name="Amount">By how much it must be able to differ, below 0 for less; not 0.</param>
/// <param name="Demand">
/// The measure, as an index into the problem's demands; −1 where the equations alone must not give the cell away, so that
/// any amount does.
/// </param>
internal sealed record Attacker(int Cell, Int128 Amount, int Demand)
{
    /// <summary>The index of no demand.</summary>
    public const int Exact = -1;

    /// <summary>1 where the cell must be able to be more, −1 where it must be able to be less.</summary>
    public int Sign => Int128.Sign(Amount);

    /// <summary>All attackers of a problem, in the order of the cells.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="isUnprotected">The primary cells that nothing can protect; nobody asks about them.</param>
    public static IEnumerable<Attacker> Of(SuppressionProblem problem, Func<int, bool> isUnprotected)
    {
        for (var cell = 0; cell < problem.System.CellCount; cell++)
        {
            if (problem.Roles[cell] != CellRole.Primary || isUnprotected(cell))
            {
                continue;
            }

            var isAsked = false;
            for (var index = 0; index < problem.Demands.Count; index++)
            {
                var demand = problem.Demands[index];
                isAsked |= demand.Upper[cell] > 0 || demand.Lower[cell] > 0;
                if (demand.Upper[cell] > 0)
                {
                    yield return new Attacker(cell, demand.Upper[cell], index);
                }

                if (demand.Lower[cell] > 0)
                {
                    yield return new Attacker(cell, -demand.Lower[cell], index);
                }
            }

            if (!isAsked)
            {
                yield return new Attacker(cell, 1, Exact);
            }
        }
    }
}
