using System.Buffers.Binary;

namespace Publish.Samples.Writing;

/// <summary>
/// Writes a gzip file (RFC 1952) of stored blocks (RFC 1951, 3.2.4): whole, checksummed, and not smaller. What a deflate
/// library makes of the same bytes depends on its version and the processor; a seed must give the same file everywhere.
/// </summary>
/// <param name="target">Where the file goes; left open.</param>
internal sealed class StoredGzipStream(Stream target) : Stream
{
    // Magic number, deflate, no flags, no time, no extra flags, unknown system.
    private static readonly byte[] Header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    private readonly byte[] _block = new byte[ushort.MaxValue];
    private int _filled;
    private uint _crc;
    private uint _length;
    private bool _hasHeader;
    private bool _isClosed;

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _crc = Crc32.Append(_crc, buffer);
        _length = unchecked(_length + (uint)buffer.Length);
        while (!buffer.IsEmpty)
        {
            if (_filled == _block.Length)
            {
                WriteBlock(isLast: false);
            }

            var taken = int.Min(buffer.Length, _block.Length - _filled);
            buffer[..taken].CopyTo(_block.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Does nothing: blocks are cut by length alone, so that how often one flushes changes no byte.</summary>
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClosed)
        {
            _isClosed = true;
            WriteBlock(isLast: true);
            WriteTrailer();
        }

        base.Dispose(disposing);
    }

    private void WriteBlock(bool isLast)
    {
        if (!_hasHeader)
        {
            target.Write(Header);
            _hasHeader = true;
        }

        Span<byte> head = stackalloc byte[5];
        head[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt16LittleEndian(head[1..], (ushort)_filled);
        BinaryPrimitives.WriteUInt16LittleEndian(head[3..], (ushort)~_filled);
        target.Write(head);
        target.Write(_block, 0, _filled);
        _filled = 0;
    }

    private void WriteTrailer()
    {
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        target.Write(trailer);
    }
}
