using Publish.Attacks.Tables;

namespace Publish.Attacks.Editions;

/// <summary>The cells of some tables and all sums among them; what the layout says, without any value.</summary>
/// <param name="Cells">The cells.</param>
/// <param name="Sums">The sums.</param>
internal sealed record EditionLayout(EditionCells Cells, CellSums Sums)
{
    /// <summary>Works out the layout of some tables.</summary>
    public static EditionLayout Of(IReadOnlyList<PublishedTable> tables)
    {
        var cells = new EditionCells(tables);
        return new EditionLayout(cells, CellSums.Of(cells));
    }
}
