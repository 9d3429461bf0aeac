namespace Publish.Attacks.Tables;

/// <summary>A key variable of a published table with its published levels.</summary>
/// <param name="Name">The key variable's name; the same in all tables of an edition that publish the variable.</param>
/// <param name="Levels">At least one level, coarse to fine.</param>
public sealed record PublishedKey(string Name, IReadOnlyList<PublishedLevel> Levels)
{
    /// <summary>How many levels of this key a row names: 0 where the key is summed away.</summary>
    /// <param name="row">The row, from 0.</param>
    public int Depth(int row)
    {
        var depth = Levels.Count;
        while (depth > 0 && Levels[depth - 1].Codes[row] == PublishedLevel.Total)
        {
            depth--;
        }

        return depth;
    }
}
