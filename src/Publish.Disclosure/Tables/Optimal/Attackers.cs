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

    /// <summary>All attackers that a pattern keeps from their amounts.</summary>
    /// <param name="suppressed">1 for the suppressed cells, 0 for the others.</param>
    /// <returns>Their places among the attackers.</returns>
    public IEnumerable<int> Kept(double[] suppressed) =>
        Reaches(_programs, suppressed).Index().Where(reach => reach.Item < 1 - Negligible).Select(reach => reach.Index);

    private double[] Reaches(AttackerProgram[] programs, double[] suppressed)
    {
        var reaches = new double[programs.Length];
        var iterations = new long[programs.Length];
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
