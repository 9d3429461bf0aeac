using Publish.Attacks.Editions;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Differences;

/// <summary>The joint classes as an edition tells them apart, and the published cells that each is in.</summary>
internal sealed class JointCells
{
    private JointCells(int[] of, int[][][] knownIn) => (Of, KnownIn) = (of, knownIn);

    /// <summary>The class as told apart, of each row of the count.</summary>
    public int[] Of { get; }

    /// <summary><c>KnownIn[table][class]</c>: the published cells of a table that each class is in.</summary>
    public int[][][] KnownIn { get; }

    /// <summary>Number of classes.</summary>
    public int Count => KnownIn.Length == 0 ? 0 : KnownIn[0].Length;

    /// <summary>Tells the classes apart by the cells of all tables.</summary>
    /// <param name="edition">The cells of all tables.</param>
    /// <param name="cells">The classes' cells.</param>
    /// <param name="rows">Number of rows of the count.</param>
    public static JointCells Read(EditionCells edition, ClassCells cells, int rows)
    {
        int[][] cellOf = [.. Enumerable.Range(0, edition.PublishedSets).Select(cells.In)];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var representatives = new List<int>();
        var of = new int[rows];
        int[] finest = [.. Enumerable.Range(0, cellOf.Length).Where(set => edition.Covers[set].Count == 0)];
        for (var row = 0; row < rows; row++)
        {
            var tuple = string.Join(' ', finest.Select(set => cellOf[set][row]));
            if (!known.TryGetValue(tuple, out of[row]))
            {
                known.Add(tuple, of[row] = representatives.Count);
                representatives.Add(row);
            }
        }

        return new JointCells(
            of,
            [.. edition.Tables.Select((table, member) =>
            {
                var shown = Shown(table, edition.CellOfRow[member]);
                return representatives.Select(row => cellOf.Select(column => column[row]).Where(shown.Contains).Order().ToArray()).ToArray();
            })]);
    }

    private static HashSet<int> Shown(PublishedTable table, int[] cellOfRow) =>
        [.. Enumerable.Range(0, table.Rows).Where(row => !table.IsSuppressed(row)).Select(row => cellOfRow[row])];
}
