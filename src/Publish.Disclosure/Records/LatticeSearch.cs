using Publish.Codes;

namespace Publish.Disclosure.Records;

/// <summary>
/// Finds the levels with the least loss among all that satisfy the models within the suppression limit. Ties go to the
/// lower sum of levels, then to the first in variable order (the lower level of the first key that differs); losses that
/// differ by less than 1e-12 (of their size where that is above 1) are ties.
/// Guarantee: the result is a global optimum; no choice of levels within the limit has a smaller loss.
/// </summary>
/// <remarks>
/// <para>Nodes are visited in the order of a lower bound of their loss until the bound passes the best loss found. On
/// the way, chains of open nodes are checked by bisection and every verdict is spread up or down the lattice
/// (F. Kohlmayer, F. Prasser et al., "Flash: efficient, stable and optimal k-anonymity", 2012; K. El Emam et al., "A
/// globally optimal k-anonymity method for the de-identification of health data", 2009).</para>
/// <para>Which models: k-anonymity and distinct ℓ-diversity are pruned this way at any suppression limit; entropy and
/// recursive ℓ-diversity only where <see cref="LatticeEvaluator.IsMonotone"/> says so. Else their monotone consequences
/// (k-anonymity beside them, distinct ℓ-diversity) are pruned so, and every node that is left is checked on its own.</para>
/// </remarks>
public sealed class LatticeSearch
{
    private const double Rounding = 1e-12;

    private readonly LatticeEvaluator _evaluator;
    private readonly GeneralisationLattice _lattice;
    private readonly LatticeTags _tags;
    private readonly double[] _bounds;
    private readonly bool[] _evaluated;
    private double _bestLoss = double.PositiveInfinity;
    private int _best = -1;

    private LatticeSearch(LatticeEvaluator evaluator)
    {
        _evaluator = evaluator;
        _lattice = evaluator.Lattice;
        _tags = new LatticeTags(_lattice);
        _bounds = new double[_lattice.NodeCount];
        _evaluated = new bool[_lattice.NodeCount];
    }

    /// <summary>Finds the best levels and generalises the table to them.</summary>
    /// <param name="task">What is to be generalised.</param>
    /// <exception cref="CodedException">
    /// No levels satisfy the models within the limit (<see cref="RecordsCodes.NoAnonymousLevels"/>), or the keys allow
    /// too many (<see cref="RecordsCodes.LatticeTooLarge"/>).
    /// </exception>
    public static GeneralisedRecords Run(GeneralisationTask task) =>
        GeneralisedRecords.At(task, BestLevels(new LatticeEvaluator(task)));

    /// <summary>Finds the best levels.</summary>
    /// <param name="evaluator">The task's evaluator.</param>
    /// <returns>One level for each key.</returns>
    /// <exception cref="CodedException">No levels satisfy the models within the limit.</exception>
    public static int[] BestLevels(LatticeEvaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        var best = new LatticeSearch(evaluator).Search();
        return best < 0 ? throw new CodedException(RecordsCodes.NoAnonymousLevels) : evaluator.Lattice.Levels(best);
    }

    private int Search()
    {
        foreach (var node in InOrderOfBound())
        {
            TakeOverBounds(node);
            if (IsBeaten(_bounds[node]))
            {
                continue;
            }

            if (_tags.IsOpen(node))
            {
                Bisect(OpenChainFrom(node));
            }

            if (_tags.Holds(node) && !_evaluated[node] && !IsBeaten(_bounds[node]))
            {
                Evaluate(node);
            }
        }

        return _best;
    }

    private int[] InOrderOfBound()
    {
        var nodes = new int[_lattice.NodeCount];
        var sums = new int[_lattice.NodeCount];
        for (var node = 0; node < nodes.Length; node++)
        {
            nodes[node] = node;
            sums[node] = _lattice.LevelSum(node);
            _bounds[node] = _evaluator.Bound(node);
        }

        Array.Sort(nodes, (a, b) => (_bounds[a], sums[a], a).CompareTo((_bounds[b], sums[b], b)));
        return nodes;
    }

    // What a finer node's classes proved holds here too.
    private void TakeOverBounds(int node)
    {
        for (var key = 0; key < _lattice.KeyCount; key++)
        {
            var finer = _lattice.Finer(node, key);
            if (finer >= 0 && _bounds[finer] > _bounds[node])
            {
                _bounds[node] = _bounds[finer];
            }
        }
    }

    // A bound within rounding of the best loss may belong to a tie.
    private bool IsBeaten(double bound) => bound - (2 * Rounding * Math.Max(1, bound)) > _bestLoss;

    private List<int> OpenChainFrom(int node)
    {
        var chain = new List<int>();
        for (var next = node; next >= 0; next = OpenCoarser(next))
        {
            chain.Add(next);
        }

        return chain;
    }

    private int OpenCoarser(int node)
    {
        for (var key = 0; key < _lattice.KeyCount; key++)
        {
            var coarser = _lattice.Coarser(node, key);
            if (coarser >= 0 && _tags.IsOpen(coarser))
            {
                return coarser;
            }
        }

        return -1;
    }

    private void Bisect(List<int> chain)
    {
        var low = 0;
        var high = chain.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Check(chain[middle]))
            {
                _tags.TagHolding(chain[middle]);
                high = middle - 1;
            }
            else
            {
                _tags.TagFailing(chain[middle]);
                low = middle + 1;
            }
        }
    }

    // A monotone task's check is its evaluation, so the loss comes with it.
    private bool Check(int node) =>
        _evaluator.IsMonotone ? Evaluate(node) : _evaluator.SatisfiesConsequences(node);

    private bool Evaluate(int node)
    {
        var (evaluation, bound) = _evaluator.Evaluate(node);
        _evaluated[node] = true;
        _bounds[node] = Math.Max(_bounds[node], bound);
        if (evaluation.IsWithinLimit && IsBetter(evaluation.Loss, node))
        {
            _best = node;
            _bestLoss = evaluation.Loss;
        }

        return evaluation.IsWithinLimit;
    }

    private bool IsBetter(double loss, int node)
    {
        if (_best < 0 || Math.Abs(loss - _bestLoss) > Rounding * Math.Max(1, loss))
        {
            return loss < _bestLoss;
        }

        var (sum, bestSum) = (_lattice.LevelSum(node), _lattice.LevelSum(_best));
        return sum < bestSum || (sum == bestSum && node < _best);
    }
}
