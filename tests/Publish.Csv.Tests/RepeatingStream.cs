namespace Publish.Csv.Tests;

/// <summary>A head, then one piece repeated up to a length: a huge file that is nowhere.</summary>
internal sealed class RepeatingStream(byte[] head, byte[] piece, long length) : Stream
{
    // Copied from in bulk, so that the stream costs little.
    private readonly byte[] _pieces = [.. Enumerable.Repeat(piece, 1 + ((1 << 16) / piece.Length)).SelectMany(bytes => bytes)];
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        buffer = buffer[..(int)long.Min(buffer.Length, length - _position)];
        var source = _position < head.Length
            ? head.AsSpan((int)_position)
            : _pieces.AsSpan((int)((_position - head.Length) % piece.Length));
        var count = int.Min(buffer.Length, source.Length);
        source[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
