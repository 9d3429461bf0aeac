namespace Publish.Disclosure.Tables.Intervals;

/// <summary>
/// Asks of one component whether a cell can differ from its value by an amount, everything published staying as it is.
/// Whole changes are looked for: they are proof beyond rounding, and can be handed on as moves.
/// </summary>
internal sealed class ComponentReach
{
    /// <summary>By how much a row of real numbers may be off, relative to the numbers in it.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>What differs less from a whole number is meant to be one.</summary>
    private const double Whole = 1e-6;

    /// <summary>Grains that are tried for one question.</summary>
    private const int MostGrains = 3;

    /// <summary>Variables that are held one after another until the others are whole.</summary>
    private const int MostHeld = 30;

    /// <summary>An amount is at first so many grains, or itself where it is smaller: rounding errors are far below a grain then.</summary>
    private const long Grains = 1 << 20;

    /// <summary>The largest denominator that is looked for in an answer.</summary>
    private const int MostDenominator = 12;
    private readonly IntervalSystem _system;
    private readonly int[] _variables;
    private readonly int[] _rows;
    private readonly IReadOnlyDictionary<int, (int Variable, int Coefficient)[]> _cells;
    private readonly ChangeProgram _program;

    /// <param name="system">The whole system.</param>
    /// <param name="variables">The component's variables.</param>
    /// <param name="rows">The component's rows.</param>
    /// <param name="cells">What will be asked about: cells, as sums of variables.</param>
    public ComponentReach(
        IntervalSystem system, int[] variables, int[] rows, IReadOnlyDictionary<int, (int Variable, int Coefficient)[]> cells)
    {
        (_system, _variables, _rows, _cells) = (system, variables, rows, cells);
        _program = new ChangeProgram(system, variables, rows, cells);
    }

    /// <summary>Iterations so far.</summary>
    public long Iterations => _program.Iterations;

    /// <summary>Tries to change a cell by an amount.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="amount">The amount, below 0 for less.</param>
    /// <param name="isWhole">Whether only whole numbers are possible.</param>
    /// <returns>How that was shown to be possible, or that it was not.</returns>
    public CellProof Reaches(int cell, Int128 amount, bool isWhole)
    {
        var grain = Int128.Max(1, Int128.Abs(amount) / Grains);
        for (var attempt = 0; attempt < MostGrains; attempt++)
        {
            _program.TakeGrain(grain);
            if (_program.Solve(cell, amount) is not { } values)
            {
                break;
            }

            if (IsExact(cell, amount, values) || (Held(cell, amount, values) is { } held && IsExact(cell, amount, values = held)))
            {
                var changes = Changes(values);
                if (changes.All(change => Int128.Abs(change.Change) < ClassMoves.MostChange))
                {
                    return new CellProof(IntervalProof.FeasiblePair, [changes]);
                }

                grain *= Grains;
            }
            else
            {
                grain *= Denominator(values);
            }
        }

        return isWhole || !IsNear(cell, amount) ? CellProof.None : new CellProof(IntervalProof.LinearProgram, []);
    }

    /// <summary>Holds variables at the whole numbers they are nearest to, one after another, until all are whole.</summary>
    private double[]? Held(int cell, Int128 amount, double[] values)
    {
        for (var count = 0; count < MostHeld; count++)
        {
            var place = Enumerable.Range(0, values.Length)
                .Where(place => Math.Abs(values[place] - Math.Round(values[place])) > Whole)
                .OrderBy(place => Math.Abs(values[place] - Math.Round(values[place]))).FirstOrDefault(-1);
            if (place < 0)
            {
                return values;
            }

            _program.Hold(place, Math.Round(values[place]));
            if (_program.Solve(cell, amount) is not { } next)
            {
                return null;
            }

            values = next;
        }

        return null;
    }

    private (int Item, Int128 Change)[] Changes(double[] values) =>
    [
        .. _variables.Zip(values, (variable, value) => (Item: _system.ItemOf(variable), Change: (Int128)Math.Round(value)))
            .Where(change => change.Change != 0),
    ];

    /// <summary>The least number that makes all values whole, times which they are tried next.</summary>
    private static int Denominator(double[] values) => Enumerable.Range(2, MostDenominator - 1)
        .FirstOrDefault(number => values.All(value => Math.Abs(value * number - Math.Round(value * number)) < Whole * number), MostDenominator);

    /// <summary>True when the nearest whole numbers are possible and reach the amount: then nothing is left to rounding.</summary>
    private bool IsExact(int cell, Int128 amount, double[] values)
    {
        const double MostExact = 1L << 52;
        if (values.Any(value => Math.Abs(value) > MostExact || Math.Abs(value - Math.Round(value)) > Whole))
        {
            return false;
        }

        var whole = Array.ConvertAll(values, value => (Int128)Math.Round(value));
        return Int128.Sign(amount) * Sum(_cells[cell], whole) * _program.Grain >= Int128.Abs(amount)
            && _variables.Index().All(variable => whole[variable.Index] >= _system.Lowers[variable.Item] / _program.Grain)
            && _rows.All(row =>
            {
                var sum = Sum(_system.Rows[row], whole);
                return _system.RowLowers[row] is { } lower ? sum >= lower / _program.Grain : sum == 0;
            });
    }

    private Int128 Sum((int Variable, int Coefficient)[] entries, Int128[] whole) =>
        entries.Aggregate((Int128)0, (sum, entry) => sum + entry.Coefficient * whole[_program.PlaceOf(entry.Variable)]);

    /// <summary>True when real numbers are possible within tolerance.</summary>
    private bool IsNear(int cell, Int128 amount)
    {
        _program.TakeGrain(1);
        return _program.Solve(cell, amount) is { } values
            && _variables.Index().All(variable =>
                values[variable.Index] >= (double)_system.Lowers[variable.Item] * (1 + Tolerance) - Tolerance)
            && _rows.All(row =>
            {
                var (sum, size) = (0.0, 1.0);
                foreach (var (variable, coefficient) in _system.Rows[row])
                {
                    sum += coefficient * values[_program.PlaceOf(variable)];
                    size += Math.Abs(coefficient * values[_program.PlaceOf(variable)]);
                }

                return _system.RowLowers[row] is { } lower ? sum >= (double)lower - Tolerance * size : Math.Abs(sum) <= Tolerance * size;
            });
    }
}
