namespace Publish.Disclosure.Tables;

/// <summary>A sparse matrix of whole numbers, row after row.</summary>
public sealed class SparseRows
{
    /// <summary>Creates a matrix over arrays it does not copy.</summary>
    /// <param name="starts">Where each row starts in <paramref name="cells"/>; one more entry than rows, the first 0.</param>
    /// <param name="cells">The columns of the entries, row after row, no column twice in a row.</param>
    /// <param name="coefficients">The entries, none of them 0; <see langword="null"/> where every entry is 1.</param>
    /// <exception cref="ArgumentException">The arrays do not fit together.</exception>
    public SparseRows(int[] starts, int[] cells, int[]? coefficients = null)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(cells);
        if (starts.Length == 0 || starts[0] != 0 || starts[^1] != cells.Length)
        {
            throw new ArgumentException("The starts of the rows must lead from 0 to the end of the entries.", nameof(starts));
        }

        if (coefficients is not null && coefficients.Length != cells.Length)
        {
            throw new ArgumentException("Every entry has one coefficient.", nameof(coefficients));
        }

        Starts = starts;
        Cells = cells;
        Coefficients = coefficients;
    }

    /// <summary>Where each row starts; one more entry than rows.</summary>
    public int[] Starts { get; }

    /// <summary>The columns of the entries.</summary>
    public int[] Cells { get; }

    /// <summary>The entries, or <see langword="null"/> where all are 1.</summary>
    public int[]? Coefficients { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount => Starts.Length - 1;

    /// <summary>The value of an entry.</summary>
    /// <param name="entry">An index into <see cref="Cells"/>.</param>
    /// <returns>Its coefficient.</returns>
    public int Coefficient(int entry) => Coefficients is null ? 1 : Coefficients[entry];
}
