using System.Numerics;
using Publish.Attacks.Bounds;
using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;
using Publish.Attacks.Solving;
using Publish.Attacks.Systems;

namespace Publish.Attacks.Intervals;

/// <summary>
/// Everything an intruder knows of one measure as equations with bounds, in independent components. Unknowns are the
/// suppressed cells, the margins that tables share without publishing them, the joint classes where they are given, and
/// the slacks of inequalities: where respondents recur, each part ≤ total ≤ Σ parts.
/// </summary>
internal sealed class IntervalSystem
{
    private readonly EditionCells _edition;
    private readonly CellValues _values;
    private readonly Int128[] _floor;
    private readonly Int128[] _ceiling;
    private readonly CellIntervals _intervals;
    private readonly LinearSystem _system;
    private readonly Int128[] _high;
    private readonly bool _isWhole;

    /// <summary>Builds the system.</summary>
    /// <param name="layout">The layout of the family's tables.</param>
    /// <param name="family">The family.</param>
    /// <param name="values">The measure's published values.</param>
    /// <param name="floor">What everyone knows each cell to be at least, without looking at any sum.</param>
    /// <param name="ceiling">What everyone knows it to be at most, likewise; <see cref="CellIntervals.Unbounded"/> for nothing.</param>
    /// <param name="intervals">What is known of each cell already; not looked at where the measure may be negative.</param>
    /// <param name="classes">Which joint classes there are, or <see langword="null"/> where the intruder does not know.</param>
    public IntervalSystem(
        EditionLayout layout,
        MeasureFamily family,
        CellValues values,
        Int128[] floor,
        Int128[] ceiling,
        CellIntervals intervals,
        CountedClasses? classes)
    {
        (_edition, _values, _floor, _ceiling, _intervals) = (layout.Cells, values, floor, ceiling, intervals);
        _isWhole = MeasureFamily.Measure(_edition.Tables[0], values.Name)!.Kind == Tables.MeasureKind.Count;
        var additive = family.AdditiveSets(_edition);
        var isAdditive = family.Additive.All(each => each);
        var incidence = classes is null || !isAdditive ? null : ClassIncidence.Of(_edition, classes);
        _system = new LinearSystem(_edition.Count + (incidence?.Classes ?? 0) + Slacks(layout.Sums, additive));
        _high = new Int128[_system.Cells];
        Array.Fill(_high, CellIntervals.Unbounded);
        for (var cell = 0; cell < _edition.Count; cell++)
        {
            _high[cell] = intervals.High(cell);
            if (values[cell] is not null)
            {
                _system.MarkKnown(cell);
            }
        }

        AddSums(layout.Sums, additive, _edition.Count + (incidence?.Classes ?? 0));
        foreach (var (cell, members) in incidence?.Members ?? new Dictionary<int, List<int>>())
        {
            _system.AddSum(cell, [.. members.Select(member => _edition.Count + member)]);
            foreach (var member in members)
            {
                _high[_edition.Count + member] = Int128.Min(_high[_edition.Count + member], intervals.High(cell));
            }
        }

        (Components, ComponentOf) = ComponentSplitter.Split(_system);
    }

    /// <summary>The components.</summary>
    public Component[] Components { get; }

    /// <summary>The component of each unknown, −1 where no equation mentions it.</summary>
    public int[] ComponentOf { get; }

    /// <summary>One component with its right sides and bounds.</summary>
    public IntervalProblem Problem(Component component)
    {
        var right = Array.ConvertAll(component.Equations, equation =>
        {
            var sum = BigInteger.Zero;
            var cells = _system.CellsOf(equation);
            for (var i = 0; i < cells.Length; i++)
            {
                sum -= _system.IsKnown(cells[i]) ? _system.CoefficientsOf(equation)[i] * (BigInteger)_values[cells[i]]!.Value : 0;
            }

            return sum;
        });
        return new IntervalProblem(
            component.Matrix,
            right,
            Array.ConvertAll(component.Cells, Low),
            Array.ConvertAll(component.Cells, High),
            Array.ConvertAll(component.Cells, Floor),
            Array.ConvertAll(component.Cells, Ceiling),
            _isWhole);
    }

    /// <summary>The known cells of a combination of a component's equations, each with what it adds to the right side.</summary>
    public SortedDictionary<int, BigInteger> KnownTerms(Component component, BigInteger[] factors)
    {
        var terms = new SortedDictionary<int, BigInteger>();
        for (var row = 0; row < factors.Length; row++)
        {
            var cells = _system.CellsOf(component.Equations[row]);
            for (var i = 0; i < cells.Length && !factors[row].IsZero; i++)
            {
                if (_system.IsKnown(cells[i]))
                {
                    terms[cells[i]] = terms.GetValueOrDefault(cells[i]) - (factors[row] * _system.CoefficientsOf(component.Equations[row])[i]);
                }
            }
        }

        return terms;
    }

    private static int Slacks(CellSums sums, bool[] additive)
    {
        var slacks = 0;
        for (var sum = 0; sum < sums.Count; sum++)
        {
            slacks += IsSum(sums, sum, additive) ? 0 : sums.Parts(sum).Length + 1;
        }

        return slacks;
    }

    // Counts of respondents who recur do not add up, yet one part alone is the whole.
    private static bool IsSum(CellSums sums, int sum, bool[] additive) =>
        additive[sums.FinerSet(sum)] || sums.Parts(sum).Length <= 1 || sums.Total(sum) < 0;

    private void AddSums(CellSums sums, bool[] additive, int slack)
    {
        for (var sum = 0; sum < sums.Count; sum++)
        {
            var (total, parts) = (sums.Total(sum), sums.Parts(sum).ToArray());
            if (IsSum(sums, sum, additive))
            {
                _system.AddSum(total, parts);
                continue;
            }

            foreach (var part in parts)
            {
                _system.AddSum(total, [part, slack++]);
            }

            _system.AddEquation([.. parts, total, slack++], [.. parts.Select(_ => -1L), 1, 1]);
        }
    }

    private BigInteger? Low(int unknown) => !_values.IsNonNegative ? null : unknown < _edition.Count ? _intervals.Low(unknown) : 0;

    private BigInteger? Floor(int unknown) => !_values.IsNonNegative ? null : unknown < _edition.Count ? _floor[unknown] : 0;

    private BigInteger? Ceiling(int unknown) =>
        !_values.IsNonNegative || unknown >= _edition.Count || _ceiling[unknown] == CellIntervals.Unbounded ? null : _ceiling[unknown];

    private BigInteger? High(int unknown) => !_values.IsNonNegative || _high[unknown] == CellIntervals.Unbounded ? null : _high[unknown];
}
