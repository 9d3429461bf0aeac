namespace Publish.Disclosure.Tables;

/// <summary>
/// What two cells of the edition's system tell together and nobody may know, although it is no cell itself: their sum or
/// their difference. It is protected as if it were a primary cell.
/// </summary>
/// <param name="First">A cell.</param>
/// <param name="Second">Another.</param>
/// <param name="IsDifference">True for First − Second, where the second lies within the first; false for their sum.</param>
internal readonly record struct CellCombination(int First, int Second, bool IsDifference) : IComparable<CellCombination>
{
    public int CompareTo(CellCombination other) =>
        (First, Second, IsDifference).CompareTo((other.First, other.Second, other.IsDifference));
}
