namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// Searches the parts of a system that share nothing, small ones first: each as a whole where it is small enough, within a
/// share of what large ones may take where it is not, and not at all once the work is spent.
/// </summary>
internal sealed class PartSearch
{
    /// <summary>Attackers times columns of all parts that are searched: above it not even a start is found in the time.</summary>
    public const long MostWork = 5_000_000;

    /// <summary>Attackers times columns of a part that is searched as a whole.</summary>
    private const long MostWholeWork = 120_000;

    /// <summary>Iterations for every attacker and column of a part searched as a whole; what is left of the gap then is told.</summary>
    private const int IterationsEach = 6;

    private const int MostNodes = 500;
    private readonly Attacker[] _attackers;
    private readonly AttackerSystem _system;
    private readonly CellChoice[] _choices;
    private readonly double[] _costs;
    private readonly int _threads;

    /// <param name="problem">The problem.</param>
    /// <param name="attackers">Its attackers.</param>
    /// <param name="threads">The most workers at once; −1 for one a core. The answer does not depend on it.</param>
    public PartSearch(SuppressionProblem problem, Attacker[] attackers, int threads)
    {
        (_attackers, _costs, _threads) = (attackers, problem.Costs, threads);
        _system = new AttackerSystem(problem);
        _choices = Choices(problem);
    }

    /// <summary>The work of the part with the least, a little underestimated: whether it is worth starting.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="attackers">Its attackers.</param>
    public static long LeastWork(SuppressionProblem problem, Attacker[] attackers)
    {
        var (rows, sets) = (problem.System.Rows, new DisjointSets(problem.System.CellCount));
        for (var row = 0; row < rows.RowCount; row++)
        {
            var first = -1;
            foreach (var cell in rows.Cells.AsSpan(rows.Starts[row]..rows.Starts[row + 1]))
            {
                if (!problem.System.AreEquations || problem.Roles[cell] != CellRole.Known)
                {
                    first = first < 0 ? cell : first;
                    sets.Join(first, cell);
                }
            }
        }

        var (setOf, count) = sets.Numbered();
        var (cells, asked) = (new long[count], new long[count]);
        Array.ForEach(setOf, set => cells[set]++);
        Array.ForEach(attackers, attacker => asked[setOf[attacker.Cell]]++);
        return cells.Zip(asked, (cells, asked) => cells * asked).Where(work => work > 0).Min();
    }

    /// <summary>Searches.</summary>
    /// <param name="start">A pattern that leaves no cell to be solved.</param>
    /// <returns>
    /// What was found, the start itself in parts that are too large, and the lowest cost if all parts were searched; <see langword="null"/> where no part was improved.
    /// </returns>
    public CheapestPattern? Run(SuppressionPattern start)
    {
        var (isSuppressed, shields) = ((bool[])start.IsSuppressed.Clone(), (int[])start.Shields.Clone());
        double[] hint = [.. _choices.Select((choice, cell) =>
            start.IsSuppressed[cell] || choice is CellChoice.Suppressed or CellChoice.Free ? 1.0 : 0)];
        var (work, isFound, lowest) = (0L, false, (double?)0);
        var parts = Parts().ToArray();
        var wideWork = parts.Select(part => Work(part.Part, part.Attackers)).Where(own => own > MostWholeWork).Sum();
        foreach (var (part, attackers) in parts)
        {
            work += Work(part, attackers);
            var found = work > MostWork ? null : Search(part, attackers, part.Take(hint), wideWork);
            if (found is not null)
            {
                isFound |= attackers.Length > 0;
                part.Put(found.IsSuppressed, isSuppressed);
                part.Put(Array.ConvertAll(found.Shields, cell => cell < 0 ? cell : part.Cells[cell]), shields);
            }

            lowest += found?.LowestCost;
        }

        var cost = Enumerable.Range(0, isSuppressed.Length).Where(cell => _choices[cell] == CellChoice.Open && isSuppressed[cell]).Sum(cell => _costs[cell]);
        return isFound ? new CheapestPattern(isSuppressed, shields, cost, lowest) : null;
    }

    /// <summary>What the search may do with each cell.</summary>
    internal static CellChoice[] Choices(SuppressionProblem problem) =>
    [
        .. problem.Roles.Select((role, cell) => role switch
        {
            CellRole.Known => CellChoice.Published,
            CellRole.Candidate => problem.Costs[cell] > 0 ? CellChoice.Open : CellChoice.Free,
            _ => CellChoice.Suppressed,
        }),
    ];

    private static long Work(SystemPart part, Attacker[] attackers) => (long)attackers.Length * part.System.ColumnCount;

    private IEnumerable<(SystemPart Part, Attacker[] Attackers)> Parts() => SystemPart
        .Of(_system, cell => _choices[cell] == CellChoice.Published)
        .Select(part => (Part: part, Attackers: part.AttackersOf(_attackers)))
        .OrderBy(part => Work(part.Part, part.Attackers));

    private CheapestPattern? Search(SystemPart part, Attacker[] attackers, double[] hint, long wideWork)
    {
        var (choices, costs, work) = (part.Take(_choices), part.Take(_costs), Work(part, attackers));
        return work == 0 ? new CheapestPattern(
                Array.ConvertAll(choices, choice => choice == CellChoice.Suppressed), Array.ConvertAll(choices, _ => -1), 0, 0)
            : work <= MostWholeWork ? new PatternSearch(
                part.System, attackers, choices, costs, SearchLimits.For(IterationsEach, work, MostNodes, _threads)).Run(hint)
            : new WideSearch(part.System, attackers, choices, costs, SearchLimits.Wide(part.System.ColumnCount, work, (double)work / wideWork, _threads)).Run(hint);
    }
}
