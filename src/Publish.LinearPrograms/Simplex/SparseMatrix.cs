namespace Publish.LinearPrograms.Simplex;

/// <summary>Compressed lines of a sparse matrix.</summary>
/// <param name="Starts">Where each line starts; one more than lines.</param>
/// <param name="Indices">The crossing lines of the entries.</param>
/// <param name="Values">The entries.</param>
internal sealed record SparseMatrix(int[] Starts, int[] Indices, double[] Values)
{
    /// <summary>The columns (or the rows) of a programme.</summary>
    public static SparseMatrix Of(
        int lines, IReadOnlyList<LinearProgramEntry> entries, Func<LinearProgramEntry, (int Line, int Index, double Value)> place)
    {
        var starts = new int[lines + 1];
        foreach (var entry in entries)
        {
            starts[place(entry).Line + 1]++;
        }

        for (var line = 0; line < lines; line++)
        {
            starts[line + 1] += starts[line];
        }

        var next = starts.ToArray();
        var (indices, values) = (new int[entries.Count], new double[entries.Count]);
        foreach (var entry in entries)
        {
            var (line, index, value) = place(entry);
            (indices[next[line]], values[next[line]]) = (index, value);
            next[line]++;
        }

        return new SparseMatrix(starts, indices, values);
    }
}
