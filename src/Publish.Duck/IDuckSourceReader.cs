namespace Publish.Duck;

/// <summary>One thread's share of an <see cref="IDuckSource"/>. Used by one thread at a time; must not throw on dispose.</summary>
public interface IDuckSourceReader : IDisposable
{
    /// <summary>
    /// Writes the next rows. What it throws ends the query and reaches the query's caller unchanged.
    /// </summary>
    /// <param name="chunk">Where to write; valid until the call returns. Rows not written hold no meaning.</param>
    /// <returns>The rows written, 1 to <see cref="DuckChunkWriter.Capacity"/>; 0 when this share is at its end.</returns>
    int Read(DuckChunkWriter chunk);
}
