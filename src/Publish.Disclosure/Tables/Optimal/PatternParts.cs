namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// Asks attackers about a pattern of a large system in the parts into which it falls when what is published does not
/// change: their programmes are far smaller than those over all cells.
/// </summary>
internal sealed class PatternParts(
    AttackerSystem system, Attacker[] attackers, CellChoice[] choices, double[] costs, int threads)
{
    /// <summary>Iterations so far.</summary>
    public long Iterations { get; private set; }

    /// <summary>Publishes what is not needed.</summary>
    /// <param name="suppressed">A pattern: 1 for the suppressed cells, 0 for the others.</param>
    /// <returns>What is left, and what each cell shields; <see langword="null"/> where the pattern is not safe.</returns>
    public (double[] Suppressed, int[] Shields)? Reduce(double[] suppressed)
    {
        var (left, shields) = ((double[])suppressed.Clone(), new int[suppressed.Length]);
        Array.Fill(shields, -1);
        foreach (var (part, _, all) in Of(cell => suppressed[cell] <= 0))
        {
            var reduction = new PatternReduction(all, part.Take(choices), part.Take(costs));
            if (reduction.Run(part.Take(suppressed)) is not { } own)
            {
                return null;
            }

            part.Put(own, left);
            part.Put(Array.ConvertAll(reduction.Shields(own), cell => cell < 0 ? cell : part.Cells[cell]), shields);
            Iterations += all.Iterations;
        }

        return (left, shields);
    }

    /// <summary>The attackers that do not reach their amounts when only some cells change.</summary>
    /// <param name="isFixed">Whether a cell does not change.</param>
    public List<Attacker> Kept(Func<int, bool> isFixed)
    {
        var kept = new List<Attacker>();
        foreach (var (part, own, all) in Of(isFixed))
        {
            kept.AddRange(all.Kept([.. part.Cells.Select(_ => 1.0)])
                .Select(index => own[index] with { Cell = part.Cells[own[index].Cell] }));
            Iterations += all.Iterations;
        }

        return kept;
    }

    private IEnumerable<(SystemPart Part, Attacker[] Own, Attackers All)> Of(Func<int, bool> isFixed)
    {
        foreach (var part in SystemPart.Of(system, isFixed))
        {
            var own = part.AttackersOf(attackers);
            yield return (part, own, new Attackers(part.System, own, part.Take(choices), threads));
        }
    }
}
