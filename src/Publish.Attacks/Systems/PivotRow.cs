namespace Publish.Attacks.Systems;

/// <summary>
/// A row as it stood when it was chosen as pivot, scaled so that the pivot's coefficient is 1.
/// Scaled row = <see cref="Inverse"/> · (original row − Σ factor · unscaled earlier pivot row).
/// </summary>
/// <param name="Row">The original row.</param>
/// <param name="Column">The pivot column.</param>
/// <param name="Inverse">What the row was scaled by.</param>
/// <param name="Columns">All other columns of the row.</param>
/// <param name="Values">Their scaled coefficients.</param>
/// <param name="Operations">Earlier pivots (by position) that were subtracted, with their factors.</param>
internal sealed record PivotRow(
    int Row,
    int Column,
    ulong Inverse,
    int[] Columns,
    ulong[] Values,
    IReadOnlyList<(int Source, ulong Factor)> Operations)
{
    /// <summary>Σ coefficient · vector over the columns other than the pivot.</summary>
    public ulong DotOthers(MersenneField field, ulong[] vector)
    {
        var sum = 0UL;
        for (var i = 0; i < Columns.Length; i++)
        {
            sum = field.Add(sum, field.Multiply(Values[i], vector[Columns[i]]));
        }

        return sum;
    }
}
