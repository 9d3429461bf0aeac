namespace Publish.Disclosure.Tables.Optimal;

/// <summary>All attackers of a problem, asked together: what one is told does not depend on the others, nor on threads.</summary>
internal sealed class Attackers
{
    /// <summary>A cut that is violated by less than this is not worth a row.</summary>
    private const double LeastViolation = 1e-3;

    /// <summary>What is missing of the amount below this is rounding.</summary>
    private const double Negligible = 1e-7;

    /// <summary>Attackers asked at once where one answer can be enough.</summary>
    private const int BatchSize = 8;
    private readonly AttackerProgram[] _programs;
    private readonly CutBuilder _builder;
    private readonly ParallelOptions _options;

    /// <param name="system">What changes beside what.</param>
    /// <param name="attackers">The attackers.</param>
    /// <param name="choices">What may be done with each cell.</param>
    /// <param name="threads">The most workers at once; −1 for one a core.</param>
    public Attackers(AttackerSystem system, IEnumerable<Attacker> attackers, CellChoice[] choices, int threads)
    {
        _programs = [.. attackers.Select(attacker => new AttackerProgram(system, attacker))];
        _builder = new CutBuilder(system, choices);
        _options = new ParallelOptions { MaxDegreeOfParallelism = threads };
    }

    /// <summary>Iterations so far.</summary>
    public long Iterations { get; private set; }

    /// <summary>
    /// Cuts that a pattern, or one in part, violates: found on the way from a safe pattern to it where there are some, since
    /// those cut deeper (Ben-Ameur and Neto, <em>Networks</em> 49, 2007).
    /// </summary>
    /// <param name="suppressed">How much of each cell is suppressed, from 0 to 1.</param>
    /// <param name="safe">A safe pattern; <see langword="null"/> for none.</param>
    /// <returns>As <see cref="Separate(double[])"/>.</returns>
    public List<CoverCut?> Separate(double[] suppressed, double[]? safe)
    {
        var between = safe is null ? [] : Separate([.. suppressed.Zip(safe, (part, own) => (part + own) / 2)])
            .Where(cut => cut?.Violation(suppressed) >= LeastViolation).ToList();
        return between.Count > 0 ? between : Separate(suppressed);
    }

    /// <summary>The attackers that a pattern, or one in part, keeps from their amounts.</summary>
    /// <param name="suppressed">How much of each cell is suppressed, from 0 to 1.</param>
    /// <returns>Their cuts, none twice; <see langword="null"/> where dual values gave none.</returns>
    public List<CoverCut?> Separate(double[] suppressed)
    {
        var reaches = Reaches(_programs, suppressed);
        var (cuts, known) = (new List<CoverCut?>(), new HashSet<string>());
        for (var index = 0; index < _programs.Length; index++)
        {
            if (reaches[index] >= 1 - Negligible)
            {
                continue;
            }

            var cut = _builder.Of(_programs[index].Attacker, _programs[index].Duals);
            cut = cut is null ? null : CutBuilder.Strengthen(cut, suppressed);
            if (cut is null || cut.Violation(suppressed) < LeastViolation)
            {
                cuts.Add(null);
            }
            else if (known.Add(string.Join(' ', cut.Cells) + '|' + string.Join(' ', cut.Coefficients)))
            {
                cuts.Add(cut);
            }
        }

        cuts.AddRange(_builder.OfSums(suppressed).Where(cut => cut.Violation(suppressed) >= LeastViolation));
        return cuts;
    }

    /// <summary>The first attacker that a pattern keeps from its amount.</summary>
    /// <param name="suppressed">1 for the suppressed cells, 0 for the others.</param>
    /// <param name="published">A cell just published, where all attackers reached their amounts before; −1 (the default) for none.</param>
    /// <returns>The cell it asks about, or −1 where all reach their amounts.</returns>
    public int FirstKept(double[] suppressed, int published = -1)
    {
        var asked = published < 0 ? _programs : [.. _programs.Where(program => program.Uses(published))];
        foreach (var batch in asked.Chunk(BatchSize))
        {
            var kept = Array.FindIndex(Reaches(batch, suppressed), reach => reach < 1 - Negligible);
            if (kept >= 0)
            {
                return batch[kept].Attacker.Cell;
            }
        }

        return -1;
    }

    /// <summary>How each attacker reaches its amount.</summary>
    /// <param name="suppressed">A pattern: 1 for the suppressed cells, 0 for the others.</param>
    /// <returns>A witness of each, in their order; <see langword="null"/> for those that the pattern keeps from their amounts.</returns>
    public Witness?[] Witnesses(double[] suppressed) =>
        [.. _programs.Zip(Reaches(_programs, suppressed), (program, reach) => reach < 1 - Negligible ? null : program.Witness)];

    /// <summary>The first attacker of all is answered alone, so that the others can go on from its basis at any number of threads.</summary>
    private void Begin(double[] suppressed)
    {
        if (_programs is [{ Basis: null } first, ..])
        {
            first.Reach(suppressed);
            Iterations += first.Iterations;
            foreach (var program in _programs)
            {
                program.Start = first.Basis;
            }
        }
    }

    private double[] Reaches(AttackerProgram[] programs, double[] suppressed)
    {
        var reaches = new double[programs.Length];
        var iterations = new long[programs.Length];
        Begin(suppressed);
        Parallel.For(0, programs.Length, _options, index =>
        {
            if (programs[index].IsStillReached(suppressed))
            {
                reaches[index] = 1;
                return;
            }

            reaches[index] = programs[index].Reach(suppressed);
            iterations[index] = programs[index].Iterations;
        });
        Iterations += iterations.Sum();
        return reaches;
    }
}
