using Publish.Attacks.Editions;

namespace Publish.Attacks.Derived;

/// <summary>Finds the cell that sums another up over one key.</summary>
internal static class CellTotals
{
    /// <summary>The total of a cell over a key; the cell itself where the key is summed up already.</summary>
    /// <param name="edition">The cells.</param>
    /// <param name="cell">A cell.</param>
    /// <param name="key">The key's name, or <see langword="null"/> for the cell itself.</param>
    /// <returns>The cell, or −1 where no table shows it.</returns>
    public static int Of(EditionCells edition, int cell, string? key)
    {
        if (key is null)
        {
            return cell;
        }

        var nodes = new int[edition.KeyNames.Count];
        for (var each = 0; each < nodes.Length; each++)
        {
            nodes[each] = edition.KeyNames[each] == key ? -1 : edition.NodeOf(cell, each);
        }

        return edition.Find(nodes);
    }
}
