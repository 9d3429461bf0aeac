namespace Publish.Storage;

/// <summary>Comparing contents without holding them.</summary>
internal static class Streams
{
    private const int BufferSize = 1 << 16;

    /// <summary>Compares two streams to their ends.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="cancellation">Stops the comparison.</param>
    /// <returns>Whether they give the same bytes.</returns>
    public static async Task<bool> AreSameAsync(Stream left, Stream right, CancellationToken cancellation)
    {
        var one = new byte[BufferSize];
        var other = new byte[BufferSize];
        while (true)
        {
            var read = await left.ReadAtLeastAsync(one, BufferSize, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            var otherRead = await right.ReadAtLeastAsync(other, BufferSize, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            if (!one.AsSpan(0, read).SequenceEqual(other.AsSpan(0, otherRead)))
            {
                return false;
            }

            if (read < BufferSize)
            {
                return true;
            }
        }
    }
}
