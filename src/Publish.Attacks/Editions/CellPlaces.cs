using System.Numerics;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;

namespace Publish.Attacks.Editions;

/// <summary>Says where the cells of a family's tables stand, for witnesses.</summary>
internal sealed class CellPlaces(MeasureFamily family, EditionCells edition)
{
    /// <summary>Whether a table shows a cell; unpublished margins have no place.</summary>
    public bool Has(int cell) => cell < edition.RowOfCell.Count;

    /// <summary>The first table that shows a cell, by index in the edition, and the row.</summary>
    public (int Table, int Row) Of(int cell) => (family.Tables[edition.RowOfCell[cell].Table], edition.RowOfCell[cell].Row);

    /// <summary>A cell in words, with its labels.</summary>
    public string Describe(int cell) => Has(cell)
        ? edition.Tables[edition.RowOfCell[cell].Table].Describe(edition.RowOfCell[cell].Row)
        : "an unpublished margin";

    /// <summary>A cell as a term of a witness's arithmetic.</summary>
    public WitnessTerm Term(int cell, BigInteger coefficient) =>
        new(Of(cell).Table, Of(cell).Row, Describe(cell), coefficient);
}
