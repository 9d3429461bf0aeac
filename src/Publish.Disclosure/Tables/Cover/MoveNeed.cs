namespace Publish.Disclosure.Tables.Cover;

/// <summary>What a move must do: change a cell, and leave another alone or the other way round.</summary>
/// <param name="Cell">The cell, whose intervals it must stretch as all demands ask.</param>
/// <param name="Untouched">A cell that it must not change, or −1.</param>
internal readonly record struct MoveNeed(int Cell, int Untouched = -1)
{
    /// <summary>The ways to meet the need.</summary>
    public IEnumerable<MoveNeed> Ways => Untouched < 0 ? [this] : [this, new MoveNeed(Untouched, Cell)];
}
