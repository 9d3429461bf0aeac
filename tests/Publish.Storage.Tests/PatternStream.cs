namespace Publish.Storage.Tests;

/// <summary>Bytes that follow a pattern, as many as asked for, given once and from the start; may fail on the way.</summary>
internal sealed class PatternStream(long length, long failAt = long.MaxValue) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= failAt)
        {
            throw new IOException("The sender's connection broke.");
        }

        var give = (int)Math.Min(count, Math.Min(length, failAt) - _position);
        for (var i = 0; i < give; i++)
        {
            buffer[offset + i] = (byte)((_position + i) * 31 >> 3);
        }

        _position += give;
        return give;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
