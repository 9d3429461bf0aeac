namespace Publish.Disclosure.Tables.Intervals;

/// <summary>Proves by linear programmes that suppressed cells are as uncertain as they must be.</summary>
internal sealed class IntervalProver
{
    /// <summary>Components of more variables are left to moves: solving them again and again takes too long.</summary>
    private const int MostVariables = 600;

    /// <summary>Variables times questions, over one component.</summary>
    private const long MostWork = 40_000;
    private readonly SuppressionProblem _problem;
    private readonly ClassesOfCells? _classes;
    private readonly int _threads;

    public IntervalProver(SuppressionProblem problem, int threads)
    {
        (_problem, _threads) = (problem, threads);
        _classes = problem.System.AreEquations ? null : new ClassesOfCells(problem.System);
    }

    /// <summary>Tries to prove some cells, for every demand.</summary>
    /// <param name="isSuppressed">The pattern.</param>
    /// <param name="cells">The cells.</param>
    /// <returns>How each was proven, or that it was not.</returns>
    public Dictionary<int, CellProof> Prove(bool[] isSuppressed, IReadOnlyCollection<int> cells)
    {
        var isPublished = isSuppressed.Select((hidden, cell) => !hidden && _problem.Roles[cell] != CellRole.Hidden).ToArray();
        var proofs = cells.ToDictionary(cell => cell, _ => CellProof.Trivial);
        foreach (var demand in _problem.Demands)
        {
            var system = IntervalSystem.Of(_problem, demand, isPublished, _classes);
            var asked = cells.Where(cell => demand.Upper[cell] > 0 || demand.Lower[cell] > 0).ToArray();
            foreach (var (cell, proof) in Prove(system, demand, asked))
            {
                proofs[cell] = proofs[cell].And(proof);
            }
        }

        return proofs;
    }

    private (int Cell, CellProof Proof)[] Prove(IntervalSystem system, IntervalDemand demand, int[] cells)
    {
        var (componentOf, count) = IntervalComponents.Of(system);
        var entries = cells.ToDictionary(cell => cell, cell => Entries(system, cell));
        var variables = Enumerable.Range(0, componentOf.Length).ToLookup(variable => componentOf[variable]);
        var rows = Enumerable.Range(0, system.Rows.Count).ToLookup(row => componentOf[system.Rows[row][0].Variable]);

        // A cell of several components is asked about in all of them together.
        var parts = cells.ToLookup(cell => string.Join(' ', entries[cell].Select(entry => componentOf[entry.Variable]).Distinct().Order()));
        var results = new (int, CellProof)[parts.Count][];
        Parallel.ForEach(parts.Select((part, index) => (part, index)), new ParallelOptions { MaxDegreeOfParallelism = _threads }, one =>
        {
            int[] components = [.. one.part.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
            int[] own = [.. components.SelectMany(component => variables[component])];
            results[one.index] = own.Length == 0 || own.Length > MostVariables || (long)own.Length * one.part.Count() > MostWork
                ? [.. one.part.Select(cell => (cell, CellProof.None))]
                : Ask(system, demand, own, [.. components.SelectMany(component => rows[component])], one.part.ToDictionary(cell => cell, cell => entries[cell]));
        });
        return [.. results.SelectMany(result => result)];
    }

    private static (int, CellProof)[] Ask(
        IntervalSystem system, IntervalDemand demand, int[] variables, int[] rows, Dictionary<int, (int, int)[]> cells)
    {
        var reach = new ComponentReach(system, variables, rows, cells);
        return [.. cells.Keys.Order().Select(cell => (cell, Ask(cell, demand.Upper[cell]).And(Ask(cell, -demand.Lower[cell]))))];

        CellProof Ask(int cell, Int128 amount) => amount == 0 ? CellProof.Trivial : reach.Reaches(cell, amount, demand.IsWhole);
    }

    private (int Variable, int Coefficient)[] Entries(IntervalSystem system, int cell) =>
    [
        .. (_classes?.Entries(cell) ?? [(cell, 1)])
            .Where(entry => system.VariableOf(entry.Item1) >= 0)
            .Select(entry => (system.VariableOf(entry.Item1), entry.Item2)),
    ];
}
