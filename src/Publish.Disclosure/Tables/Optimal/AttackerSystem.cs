using Publish.Disclosure.Tables.Intervals;

namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// What may change beside what, for every measure: columns are the changes of the cells and, where contributions are
/// given, after them those of the classes that are no cell of their own; in every row the columns times their coefficients add up to 0.
/// </summary>
internal sealed class AttackerSystem
{
    private readonly double[][] _lowers;

    /// <summary>The column of each class; none where equations are given.</summary>
    private readonly int[] _columnOf;

    private AttackerSystem(int cellCount, int columnCount, IReadOnlyList<(int[], int[])> rows, double[][] lowers)
    {
        (CellCount, ColumnCount, Rows) = (cellCount, columnCount, rows);
        (_columnOf, _lowers) = ([], lowers);
    }

    /// <param name="problem">The problem.</param>
    public AttackerSystem(SuppressionProblem problem)
    {
        var system = problem.System;
        CellCount = ColumnCount = system.CellCount;
        if (system.AreEquations)
        {
            (_columnOf, Rows) = ([], Equations(system.Rows));
        }
        else
        {
            var classes = new ClassesOfCells(system);
            (_columnOf, ColumnCount) = Columns(system, classes);
            Rows = Sums(new CellSums(system, classes));
        }

        _lowers = [.. problem.Demands.Select(demand => Lowers(system, demand))];
    }

    /// <summary>The number of cells: the first columns.</summary>
    public int CellCount { get; }

    /// <summary>The number of all columns.</summary>
    public int ColumnCount { get; }

    /// <summary>The columns and coefficients of each row.</summary>
    public IReadOnlyList<(int[] Columns, int[] Coefficients)> Rows { get; }

    /// <summary>
    /// How far a column can surely go down at most, in units of an attacker's amount, while it is not published; it can
    /// always go up.
    /// </summary>
    /// <param name="attacker">The attacker.</param>
    /// <param name="column">The column.</param>
    public double Lower(Attacker attacker, int column) => attacker.Demand == Attacker.Exact
        ? double.PositiveInfinity
        : _lowers[attacker.Demand][column] / Math.Abs((double)attacker.Amount);

    /// <summary>Some columns and rows alone, the columns numbered from 0; all other columns of those rows are 0.</summary>
    /// <param name="columns">The columns, in ascending order.</param>
    /// <param name="rows">The rows.</param>
    public AttackerSystem Part(List<int> columns, List<int> rows)
    {
        var numberOf = columns.Index().ToDictionary(column => column.Item, column => column.Index);
        return new AttackerSystem(
            columns.Count(column => column < CellCount),
            columns.Count,
            [.. rows.Select(row => Only(Rows[row].Columns, Rows[row].Coefficients, numberOf))],
            Array.ConvertAll(_lowers, lowers => columns.ConvertAll(column => lowers[column]).ToArray()));
    }

    private static (int[], int[]) Only(int[] columns, int[] coefficients, Dictionary<int, int> numberOf)
    {
        int[] kept = [.. Enumerable.Range(0, columns.Length).Where(entry => numberOf.ContainsKey(columns[entry]))];
        return (Array.ConvertAll(kept, entry => numberOf[columns[entry]]), Array.ConvertAll(kept, entry => coefficients[entry]));
    }

    private static (int[], int[])[] Equations(SparseRows rows) =>
    [
        .. Enumerable.Range(0, rows.RowCount).Select(row => (
            rows.Cells[rows.Starts[row]..rows.Starts[row + 1]],
            Enumerable.Range(rows.Starts[row], rows.Starts[row + 1] - rows.Starts[row]).Select(rows.Coefficient).ToArray())),
    ];

    /// <summary>A class that is alone in a cell changes as the cell does; every other has a column of its own.</summary>
    private static (int[] ColumnOf, int ColumnCount) Columns(CellSystem system, ClassesOfCells classes)
    {
        var (columnOf, count) = (new int[system.ClassCount], system.CellCount);
        Array.Fill(columnOf, -1);
        for (var cell = 0; cell < system.CellCount; cell++)
        {
            if (classes.Entries(cell).Take(2).ToArray() is [var (own, coefficient)] && coefficient == 1 && columnOf[own] < 0)
            {
                columnOf[own] = cell;
            }
        }

        return (Array.ConvertAll(columnOf, column => column < 0 ? count++ : column), count);
    }

    private (int[], int[])[] Sums(CellSums sums) =>
    [
        .. Enumerable.Range(0, CellCount)
            .Select(cell => (Cell: cell, Parts: sums.Of(cell)))
            .Where(sum => sum.Parts.Cells.Length > 0 || sum.Parts.Classes.Length != 1 || _columnOf[sum.Parts.Classes[0].Class] != sum.Cell)
            .Select(sum => (
                Columns: (int[])[sum.Cell, .. sum.Parts.Cells, .. sum.Parts.Classes.Select(entry => _columnOf[entry.Class])],
                Coefficients: (int[])[-1, .. sum.Parts.Cells.Select(_ => 1), .. sum.Parts.Classes.Select(entry => entry.Coefficient)])),
    ];

    private double[] Lowers(CellSystem system, IntervalDemand demand)
    {
        var values = system.CellValues(demand.ClassValues);
        var lowers = new double[ColumnCount];
        for (var item = 0; item < _columnOf.Length; item++)
        {
            lowers[_columnOf[item]] = (double)demand.ClassValues[item];
        }

        for (var cell = 0; cell < CellCount; cell++)
        {
            lowers[cell] = (double)Int128.Max(0, values[cell] - (demand.Least?[cell] ?? 0));
        }

        return lowers;
    }
}
