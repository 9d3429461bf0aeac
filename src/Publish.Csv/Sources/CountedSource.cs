namespace Publish.Csv.Sources;

/// <summary>The file as it comes: counts its bytes and tells the progress. May be looked at before it is read.</summary>
internal sealed class CountedSource(Stream stream, IProgress<long>? progress) : IByteSource
{
    private readonly LookAhead _ahead = new();
    private bool _ended;

    /// <summary>Bytes taken from the stream so far.</summary>
    public long Count { get; private set; }

    /// <summary>The first bytes, which will still be read.</summary>
    public ReadOnlySpan<byte> Head => _ahead.Fill(FromStream);

    public int Read(Span<byte> buffer)
    {
        var held = _ahead.Take(buffer);
        return held > 0 ? held : FromStream(buffer);
    }

    /// <summary>Reads away what is left, so that whoever hashes the stream has seen all of it.</summary>
    public void Drain(CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        while (FromStream(buffer) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private int FromStream(Span<byte> buffer)
    {
        if (_ended)
        {
            return 0;
        }

        var count = stream.Read(buffer);
        _ended = count == 0;
        Count += count;
        progress?.Report(Count);
        return count;
    }
}
