namespace Publish.Csv.Sources;

/// <summary>
/// Hands packed bytes to a library's decoder in slices, and remembers the last slice: a decoder does not tell how much
/// of it was used.
/// </summary>
internal sealed class PackedFeed(IByteSource source) : Stream
{
    private const int Slice = 1 << 12;

    private readonly byte[] _buffer = new byte[1 << 16];
    private int _taken;
    private int _count;

    /// <summary>Whether reading the source itself failed, as opposed to decoding it.</summary>
    public bool SourceFailed { get; private set; }

    /// <summary>Whether the decoder asked for bytes beyond the end of the source.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>How many bytes before <see cref="Ahead"/> are still held.</summary>
    public int Behind => _taken;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The next bytes, at least so many unless the source ends; also some bytes before them.</summary>
    /// <param name="wanted">At least so many.</param>
    /// <param name="behind">At most this many of the bytes before are given as well.</param>
    /// <param name="given">How many bytes before were given.</param>
    public ReadOnlySpan<byte> Ahead(int wanted, int behind, out int given)
    {
        given = int.Min(behind, _taken);
        var start = _taken - given;
        if (_count - _taken < wanted && start > 0)
        {
            _buffer.AsSpan(start, _count - start).CopyTo(_buffer);
            (_taken, _count, start) = (given, _count - start, 0);
        }

        while (_count - _taken < wanted && Refill())
        {
        }

        return _buffer.AsSpan(start, _count - start);
    }

    /// <summary>Moves on, or back within what is held.</summary>
    public void Move(int count) => _taken += count;

    public override int Read(Span<byte> buffer)
    {
        if (_taken == _count)
        {
            // What is behind is kept, as far as a decoder may hold it unused.
            var kept = int.Min(Slice, _taken);
            _buffer.AsSpan(_taken - kept, kept).CopyTo(_buffer);
            (_taken, _count) = (kept, kept);
            Exhausted |= !Refill();
        }

        var count = int.Min(int.Min(buffer.Length, Slice), _count - _taken);
        _buffer.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Refill()
    {
        SourceFailed = true;
        var count = source.Read(_buffer.AsSpan(_count));
        SourceFailed = false;
        _count += count;
        return count > 0;
    }
}
