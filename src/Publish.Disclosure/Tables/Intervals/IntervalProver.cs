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
    /// <returns>How each was proven; <see cref="IntervalProof.None"/> for those that were not.</returns>
    public Dictionary<int, IntervalProof> Prove(bool[] isSuppressed, IReadOnlyCollection<int> cells)
    {
        var isPublished = isSuppressed.Select((hidden, cell) => !hidden && _problem.Roles[cell] != CellRole.Hidden).ToArray();
        var proofs = cells.ToDictionary(cell => cell, _ => IntervalProof.FeasiblePair);
        foreach (var demand in _problem.Demands)
        {
            var system = IntervalSystem.Of(_problem, demand, isPublished, _classes);
            var asked = cells.Where(cell => demand.Upper[cell] > 0 || demand.Lower[cell] > 0).ToArray();
            foreach (var (cell, proof) in Prove(system, demand, asked))
            {
                proofs[cell] = Worse(proofs[cell], proof);
            }
        }

        return proofs;
    }

    private (int Cell, IntervalProof Proof)[] Prove(IntervalSystem system, IntervalDemand demand, int[] cells)
    {
        var (componentOf, count) = IntervalComponents.Of(system);
        var entries = cells.ToDictionary(cell => cell, cell => Entries(system, cell));
        var variables = Enumerable.Range(0, componentOf.Length).ToLookup(variable => componentOf[variable]);
        var rows = Enumerable.Range(0, system.Rows.Count).ToLookup(row => componentOf[system.Rows[row][0].Variable]);

        // A cell of several components is asked about in all of them together.
        var parts = cells.ToLookup(cell => string.Join(' ', entries[cell].Select(entry => componentOf[entry.Variable]).Distinct().Order()));
        var results = new (int, IntervalProof)[parts.Count][];
        Parallel.ForEach(parts.Select((part, index) => (part, index)), new ParallelOptions { MaxDegreeOfParallelism = _threads }, one =>
        {
            int[] components = [.. one.part.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
            int[] own = [.. components.SelectMany(component => variables[component])];
            results[one.index] = own.Length == 0 || own.Length > MostVariables || (long)own.Length * one.part.Count() > MostWork
                ? [.. one.part.Select(cell => (cell, IntervalProof.None))]
                : Ask(system, demand, own, [.. components.SelectMany(component => rows[component])], one.part.ToDictionary(cell => cell, cell => entries[cell]));
        });
        return [.. results.SelectMany(result => result)];
    }

    private static (int, IntervalProof)[] Ask(
        IntervalSystem system, IntervalDemand demand, int[] variables, int[] rows, Dictionary<int, (int, int)[]> cells)
    {
        var reach = new ComponentReach(system, variables, rows, cells);
        return [.. cells.Keys.Order().Select(cell => (cell, Worse(
            demand.Upper[cell] > 0 ? reach.Reaches(cell, demand.Upper[cell], demand.IsWhole) : IntervalProof.FeasiblePair,
            demand.Lower[cell] > 0 ? reach.Reaches(cell, -demand.Lower[cell], demand.IsWhole) : IntervalProof.FeasiblePair)))];
    }

    private (int Variable, int Coefficient)[] Entries(IntervalSystem system, int cell) =>
    [
        .. (_classes?.Entries(cell) ?? [(cell, 1)])
            .Where(entry => system.VariableOf(entry.Item1) >= 0)
            .Select(entry => (system.VariableOf(entry.Item1), entry.Item2)),
    ];

    private static IntervalProof Worse(IntervalProof a, IntervalProof b) =>
        a == IntervalProof.None || b == IntervalProof.None ? IntervalProof.None
        : a == IntervalProof.LinearProgram || b == IntervalProof.LinearProgram ? IntervalProof.LinearProgram
        : IntervalProof.FeasiblePair;
}
