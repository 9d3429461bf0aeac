namespace Publish.Attacks.Tables;

/// <summary>One text column of a published table: a level of a key variable.</summary>
public sealed class PublishedLevel
{
    /// <summary>The code of a row in which this level is summed away.</summary>
    public const int Total = -1;

    /// <summary>Creates a level from its codes.</summary>
    /// <param name="name">The column's name. The same key and level names in two tables of an edition mean the same level.</param>
    /// <param name="labels">The published labels, by code; no two alike.</param>
    /// <param name="codes">One code a row, an index into <paramref name="labels"/> or <see cref="Total"/>.</param>
    public PublishedLevel(string name, IReadOnlyList<string> labels, IReadOnlyList<int> codes) =>
        (Name, Labels, Codes) = (name, labels, codes);

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>The published labels by code.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>One code a row; <see cref="Total"/> where the level is summed away.</summary>
    public IReadOnlyList<int> Codes { get; }

    /// <summary>Codes a column of labels in order of first appearance.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="cells">One label a row.</param>
    /// <param name="totalMark">The label that stands for "summed away".</param>
    public static PublishedLevel FromLabels(string name, IReadOnlyList<string> cells, string totalMark)
    {
        var codes = new int[cells.Count];
        var labels = new List<string>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal) { [totalMark] = Total };
        for (var row = 0; row < codes.Length; row++)
        {
            if (!known.TryGetValue(cells[row], out codes[row]))
            {
                codes[row] = labels.Count;
                known.Add(cells[row], labels.Count);
                labels.Add(cells[row]);
            }
        }

        return new PublishedLevel(name, labels, codes);
    }
}
