namespace Publish.LinearPrograms.Simplex;

/// <summary>The basis that a solver begins with.</summary>
internal static class StartingBasis
{
    /// <summary>
    /// Takes the statuses of a basis that may be shorter than the programme: rows beyond it are basic, variables beyond
    /// it are not. Too many basic columns, or too few, are put right by the activities of rows.
    /// </summary>
    /// <param name="basis">The basis, or <see langword="null"/> for that of the rows.</param>
    /// <param name="status">Where the status of every column goes: variables, then activities of rows.</param>
    /// <param name="head">Where the basic column at each position goes.</param>
    /// <param name="variableCount">The number of variables.</param>
    public static void Take(SimplexBasis? basis, BasisStatus[] status, int[] head, int variableCount)
    {
        for (var variable = 0; variable < variableCount; variable++)
        {
            status[variable] = basis is not null && variable < basis.Variables.Count ? basis.Variables[variable] : BasisStatus.AtLower;
        }

        for (var row = 0; row < head.Length; row++)
        {
            status[variableCount + row] = basis is not null && row < basis.Rows.Count ? basis.Rows[row] : BasisStatus.Basic;
        }

        var position = 0;
        for (var column = 0; column < status.Length; column++)
        {
            if (status[column] == BasisStatus.Basic)
            {
                if (position < head.Length)
                {
                    head[position++] = column;
                }
                else
                {
                    status[column] = BasisStatus.AtLower;
                }
            }
        }

        for (var column = variableCount; position < head.Length; column++)
        {
            if (status[column] != BasisStatus.Basic)
            {
                status[column] = BasisStatus.Basic;
                head[position++] = column;
            }
        }
    }
}
