namespace Publish.Disclosure.Tables;

/// <summary>
/// A table with what becomes of each cell, in columns: index i of every array is the same cell. Cells are ordered by
/// grouping set (levels in the order asked for, the last dimension fastest), then by category, the last dimension
/// fastest. Only cells with rows are there, and the empty ones where zeros are protected.
/// </summary>
public sealed class ProtectedTable
{
    /// <summary>What was asked for.</summary>
    public required TableRequest Request { get; init; }

    /// <summary><c>Levels[dimension][cell]</c>: the level of the cell in the dimension's hierarchy.</summary>
    public required int[][] Levels { get; init; }

    /// <summary><c>Categories[dimension][cell]</c>: the category at that level.</summary>
    public required int[][] Categories { get; init; }

    /// <summary>f: distinct respondents of each cell.</summary>
    public required long[] Respondents { get; init; }

    /// <summary>Rows of each cell.</summary>
    public required long[] Rows { get; init; }

    /// <summary><c>Sums[measure][cell]</c>, in units of the measure's last decimal, in the order of the request.</summary>
    public required Int128[][] Sums { get; init; }

    /// <summary><c>Contributors[measure][cell]</c>: distinct respondents with a value of the measure.</summary>
    public required long[][] Contributors { get; init; }

    /// <summary>
    /// <c>Weights[measure][cell]</c>: the sampling weights of the rows with a value of the measure, added up, in units of
    /// their last decimal; none for a measure that is not weighted.
    /// </summary>
    public required Int128[][] Weights { get; init; }

    /// <summary>
    /// <c>Quantiles[measure][quantile][cell]</c>: twice the quantile, in units of the measure's last decimal, in the order
    /// of the measure's quantiles; 0 where nobody has a value.
    /// </summary>
    public required Int128[][][] Quantiles { get; init; }

    /// <summary>What becomes of each cell.</summary>
    public required CellStatus[] Status { get; init; }

    /// <summary>Why a primary cell is one; <see cref="PrimaryRule.None"/> for all others.</summary>
    public required PrimaryRule[] Rule { get; init; }

    /// <summary>
    /// The cell's number in the edition's system: equal for the same cell in two tables, so that
    /// <see cref="Shields"/> can point into another table.
    /// </summary>
    public required int[] SystemCell { get; init; }

    /// <summary>
    /// For a secondary cell, the <see cref="SystemCell"/> of a suppressed cell that could be worked out if this one were
    /// published; −1 for all others.
    /// </summary>
    public required int[] Shields { get; init; }

    /// <summary>
    /// What suppressing each cell costs, as the request counts it, in respondents; infinite for levels that are to be kept.
    /// </summary>
    public required double[] Costs { get; init; }

    /// <summary>The intervals that the suppressed cells are known to keep, one a measure; none (the default) where no rule asks for any.</summary>
    public IReadOnlyList<CellDemand> Demands { get; init; } = [];

    /// <summary>The numbers a receipt tells.</summary>
    public required SuppressionSummary Summary { get; init; }

    /// <summary>The number of cells.</summary>
    public int CellCount => Status.Length;
}
