namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// Branch and cut for the cheapest safe pattern: the master programme proposes one, attackers answer with the cuts it
/// violates; where none is left, but cells are suppressed in part, one of them is decided both ways.
/// </summary>
/// <remarks>Fischetti and Salazar, <em>Management Science</em> 47 (2001), section 5.</remarks>
internal sealed class PatternSearch
{
    private const double Integral = 1e-6;
    private const int MostIdleRounds = 5;
    private const double LeastProgress = 2e-4;

    /// <summary>Nodes after which a tree is left whose gap is as wide as this part of the cost: it would not be closed.</summary>
    private const int MostHopelessNodes = 30;
    private const double HopelessGap = 0.1;
    private readonly double[] _costs;
    private readonly SearchLimits _limits;
    private readonly MasterProgram _master;
    private readonly Attackers _attackers;
    private readonly PatternRepair _repair;
    private readonly PatternReduction _reduction;
    private readonly PriorityQueue<SearchNode, (double Bound, int Number)> _open = new();
    private double[]? _best;
    private double _bestCost = double.PositiveInfinity;
    private double _lowest = double.PositiveInfinity;
    private int _number;

    /// <param name="system">The system.</param>
    /// <param name="attackers">The attackers.</param>
    /// <param name="choices">What may be done with each cell.</param>
    /// <param name="costs">What suppressing each costs.</param>
    /// <param name="limits">How hard to search.</param>
    public PatternSearch(AttackerSystem system, Attacker[] attackers, CellChoice[] choices, double[] costs, SearchLimits limits)
    {
        (_costs, _limits) = (costs, limits);
        _master = new MasterProgram(choices, costs);
        _attackers = new Attackers(system, attackers, choices, limits.Threads);
        _repair = new PatternRepair(system, attackers, choices, costs, limits.Iterations);
        _reduction = new PatternReduction(_attackers, choices, costs);
    }

    /// <summary>Nodes looked at.</summary>
    public int Nodes { get; private set; }

    /// <summary>Searches.</summary>
    /// <param name="start">A pattern to begin with: 1 for the suppressed cells, 0 for the others.</param>
    /// <returns>The cheapest pattern found, and what no safe pattern costs less than; nothing where no pattern is safe.</returns>
    public CheapestPattern? Run(double[] start)
    {
        Propose(_reduction.Run(start));
        Propose(Repaired(_master.Always, _costs));
        Enqueue(new SearchNode(0, []));
        while (_open.TryPeek(out var node, out _) && node.Bound < Cutoff && Nodes < _limits.Nodes && !IsSpent && !IsHopeless(node))
        {
            _open.Dequeue();
            Process(node);
            Nodes++;
        }

        var bound = _open.TryPeek(out var left, out _) ? Math.Min(left.Bound, _lowest) : _lowest;
        bound = _master.Rounded(bound);
        return _best is null ? null
            : new CheapestPattern(Array.ConvertAll(_best, part => part > 0), _reduction.Shields(_best), _bestCost, Math.Min(bound, _bestCost));
    }

    /// <summary>A witness of each attacker that a pattern allows.</summary>
    /// <param name="pattern">A safe pattern.</param>
    /// <returns>The witnesses, in the order of the attackers.</returns>
    public Witness?[] Witnesses(CheapestPattern pattern) =>
        _attackers.Witnesses([.. pattern.IsSuppressed.Select(isSuppressed => isSuppressed ? 1.0 : 0)]);

    /// <summary>Iterations so far.</summary>
    public long Iterations => _master.Iterations + _attackers.Iterations + _repair.Iterations;

    private bool IsSpent => Iterations > _limits.Iterations;

    private bool IsHopeless(SearchNode node) => Nodes >= MostHopelessNodes && node.Bound < _bestCost * (1 - HopelessGap);

    /// <summary>What a pattern must cost less than to be worth finding.</summary>
    private double Cutoff => _master.AreCostsWhole ? _bestCost - 1 + 1e-6 : _bestCost * (1 - 1e-9);

    private void Process(SearchNode node)
    {
        Apply(node);
        var (bound, idle, before) = (node.Bound, 0, double.NegativeInfinity);
        for (var round = 0; ; round++)
        {
            var (suppressed, own) = _master.Solve();
            bound = Math.Max(bound, own);
            if (bound >= Cutoff)
            {
                return;
            }

            if (suppressed is null || IsSpent)
            {
                _lowest = Math.Min(_lowest, bound);
                return;
            }

            var isWhole = Array.TrueForAll(suppressed, part => part < Integral || part > 1 - Integral);
            if (isWhole)
            {
                suppressed = Array.ConvertAll(suppressed, Math.Round);
            }

            var cuts = _attackers.Separate(suppressed, isWhole ? null : _best);

            var found = cuts.OfType<CoverCut>().ToArray();
            if (isWhole && cuts.Count == 0)
            {
                Propose(_reduction.Run(suppressed));
                return;
            }

            Array.ForEach(found, _master.Add);
            idle = own < before + LeastProgress * Math.Abs(own) ? idle + 1 : 0;
            before = Math.Max(before, own);
            if (Nodes == 0 ? int.IsPow2(round) && round > 2 : round == 0 && Nodes % 10 == 0)
            {
                Round(suppressed);
            }

            if (found.Length == 0 || (!isWhole && idle >= (Nodes == 0 ? MostIdleRounds : 2)))
            {
                if (isWhole)
                {
                    _lowest = Math.Min(_lowest, bound);
                }
                else
                {
                    Branch(node, suppressed, bound);
                }

                return;
            }
        }
    }

    private void Round(double[] suppressed)
    {
        var costs = _costs.Select((cost, cell) => cost * (1 - suppressed[cell])).ToArray();
        Propose(Repaired(Array.ConvertAll(suppressed, part => part > 1 - Integral ? 1.0 : 0), costs));
    }

    private double[]? Repaired(double[] hint, double[] hintCosts) =>
        _repair.Run(hint, hintCosts) is { } safe ? _reduction.Run(safe.Suppressed) : null;

    private void Propose(double[]? suppressed)
    {
        if (suppressed is null)
        {
            return;
        }

        var cost = _master.OpenCells.Sum(cell => suppressed[cell] * _costs[cell]);
        if (cost < _bestCost)
        {
            (_best, _bestCost) = ((double[])suppressed.Clone(), cost);
        }
    }

    private void Apply(SearchNode node)
    {
        foreach (var cell in _master.OpenCells)
        {
            _master.SetBounds(cell, 0, 1);
        }

        foreach (var (cell, value) in node.Fixings)
        {
            _master.SetBounds(cell, value, value);
        }
    }

    private void Branch(SearchNode node, double[] suppressed, double bound)
    {
        var cell = _master.OpenCells.MaxBy(cell => (Math.Min(suppressed[cell], 1 - suppressed[cell]) * _costs[cell], -cell));
        Enqueue(new SearchNode(bound, [.. node.Fixings, (cell, 1)]));
        Enqueue(new SearchNode(bound, [.. node.Fixings, (cell, 0)]));
    }

    private void Enqueue(SearchNode node) => _open.Enqueue(node, (node.Bound, _number++));
}
