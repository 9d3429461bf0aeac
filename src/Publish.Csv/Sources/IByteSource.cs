namespace Publish.Csv.Sources;

/// <summary>Bytes read once, from start to end.</summary>
internal interface IByteSource
{
    /// <summary>Reads some bytes.</summary>
    /// <param name="buffer">At least one byte of room.</param>
    /// <returns>How many, 0 at the end.</returns>
    int Read(Span<byte> buffer);
}
