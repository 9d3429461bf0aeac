using Publish.Attacks.Proofs;
using Publish.Attacks.Results;
using Publish.Attacks.Systems;

namespace Publish.Attacks.Solving;

/// <summary>Reads the solution of a published system as witnesses about suppressed rows.</summary>
internal sealed class SolvedCells(PublishedSystem published, LinearSolution solution, CellReach? proven)
{
    private readonly HashSet<int> _solved = [.. solution.Solved];
    private readonly HashSet<int> _unproven = [.. solution.Unproven];

    /// <summary>Suppressed rows that are given away or not proven safe, by table and row.</summary>
    public IEnumerable<(int Member, int Row, bool Solved)> Breaches()
    {
        var tables = published.Edition.Tables;
        for (var member = 0; member < tables.Count; member++)
        {
            for (var row = 0; row < tables[member].Rows; row++)
            {
                var cell = published.Edition.CellOfRow[member][row];
                if (tables[member].IsSuppressed(row) && proven?.IsFree(cell) != true)
                {
                    var solved = published.System.IsKnown(cell) || _solved.Contains(cell);
                    if (solved || _unproven.Contains(cell))
                    {
                        yield return (member, row, solved);
                    }
                }
            }
        }
    }

    /// <summary>The witness of a breach; of code "not proven" when the arithmetic could not be verified.</summary>
    public Witness Witness(int member, int row, bool solved)
    {
        var cell = published.Edition.CellOfRow[member][row];
        var derivation = !solved ? null
            : published.System.IsKnown(cell) ? new Derivation(cell, [(cell, 1)], 1)
            : solution.Derive(cell);
        return new WitnessWriter(published).Write(member, row, derivation);
    }
}
