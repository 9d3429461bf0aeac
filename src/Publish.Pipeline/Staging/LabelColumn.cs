namespace Publish.Pipeline.Staging;

/// <summary>A column of labels.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Codes">The code of each cell; −1 for the total mark.</param>
/// <param name="Labels">The label of each code.</param>
/// <param name="TotalMark">The total mark.</param>
internal sealed record LabelColumn(string Name, int[] Codes, string[] Labels, string TotalMark)
{
    /// <summary>The label of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Its label, or the total mark.</returns>
    public string LabelOf(int cell) => Codes[cell] < 0 ? TotalMark : Labels[Codes[cell]];
}
