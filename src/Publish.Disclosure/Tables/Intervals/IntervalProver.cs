namespace Publish.Disclosure.Tables.Intervals;

/// <summary>Proves by linear programmes that suppressed cells are as uncertain as they must be.</summary>
internal sealed class IntervalProver
{
    /// <summary>Variables times iterations, over all components: some seconds. What is not proven then is left to others.</summary>
    public const long MostWork = 200_000_000;
    private readonly SuppressionProblem _problem;
    private readonly ClassesOfCells? _classes;
    private readonly int _threads;
    private readonly long _mostWork;

    /// <param name="problem">The problem.</param>
    /// <param name="threads">The most workers at once; −1 for one a core.</param>
    /// <param name="mostWork">Variables times iterations, over all components.</param>
    public IntervalProver(SuppressionProblem problem, int threads, long mostWork = MostWork)
    {
        (_problem, _threads, _mostWork) = (problem, threads, mostWork);
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
            var most = _mostWork / Math.Max(1, own.Length) * one.part.Count() / cells.Length / _problem.Demands.Count;
            results[one.index] = own.Length == 0
                ? [.. one.part.Select(cell => (cell, CellProof.None))]
                : Ask(system, demand, own, [.. components.SelectMany(component => rows[component])], one.part.ToDictionary(cell => cell, cell => entries[cell]), most);
        });
        return [.. results.SelectMany(result => result)];
    }

    private static (int, CellProof)[] Ask(
        IntervalSystem system, IntervalDemand demand, int[] variables, int[] rows, Dictionary<int, (int, int)[]> cells, long mostIterations)
    {
        var reach = new ComponentReach(system, variables, rows, cells);
        return [.. cells.Keys.Order().Select(cell => (cell, Ask(cell, demand.Upper[cell]).And(Ask(cell, -demand.Lower[cell]))))];

        CellProof Ask(int cell, Int128 amount) => amount == 0 ? CellProof.Trivial
            : reach.Iterations >= mostIterations ? CellProof.None : reach.Reaches(cell, amount, demand.IsWhole);
    }

    private (int Variable, int Coefficient)[] Entries(IntervalSystem system, int cell) =>
    [
        .. (_classes?.Entries(cell) ?? [(cell, 1)])
            .Where(entry => system.VariableOf(entry.Item1) >= 0)
            .Select(entry => (system.VariableOf(entry.Item1), entry.Item2)),
    ];
}
