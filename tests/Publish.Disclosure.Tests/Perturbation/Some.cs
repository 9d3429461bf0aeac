using System.Globalization;
using Publish.Disclosure.Perturbation;
using Publish.Disclosure.Tables;
using Publish.Disclosure.Tests.Tables;

namespace Publish.Disclosure.Tests.Perturbation;

/// <summary>What tests of perturbation need and do not care about.</summary>
internal static class Some
{
    /// <summary>A key that anyone may know.</summary>
    public static SecretKey Key(byte first = 1) => new([first, .. Enumerable.Repeat((byte)7, 31)]);

    /// <summary>A table of the R package's layout: i, j, p, v, lb, ub.</summary>
    public static PerturbationRow[] Rows(string dataset, string file) =>
        [.. ReferenceRows.Read(dataset, file).Select(row => new PerturbationRow(int.Parse(row[0], CultureInfo.InvariantCulture), Number(row[3]), Number(row[4]), Number(row[5])))];

    /// <summary>A table that moves counts of 1 and more by at most 1, unbiased.</summary>
    public static PerturbationTable Table { get; } = new([new(1, -1, 0, 0.5m), new(1, 1, 0.5m, 1), new(2, -1, 0, 0.25m), new(2, 0, 0.25m, 0.75m), new(2, 1, 0.75m, 1)]);

    /// <summary>Two-way cells, then the totals of the rows, the columns and all.</summary>
    public static SparseRows TwoWay(int rows, int columns) => new(
        [.. Enumerable.Range(0, (rows * columns) + 1).Select(cell => cell * 4)],
        [.. Enumerable.Range(0, rows * columns).SelectMany(cell => new[]
        {
            cell, (rows * columns) + (cell / columns), (rows * columns) + rows + (cell % columns), (rows * columns) + rows + columns,
        })]);

    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
