using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using Publish.Csv.Faults;

namespace Publish.Csv.Sources;

/// <summary>
/// Unpacks gzip (RFC 1952) strictly: every member's header, checksum and length, nothing missing and nothing after. The
/// runtime's own GZipStream passes over a file cut short and over bytes that follow it.
/// </summary>
internal sealed class GzipSource(IByteSource packed) : UnpackedSource
{
    private const int HeaderLength = 10;
    private const int TrailerLength = 8;

    // A decoder may have been given this much beyond the end of the deflated data.
    private const int SliceLength = 1 << 12;

    private readonly PackedFeed _feed = new(packed);
    private readonly Crc32 _checksum = new();
    private DeflateStream? _member;
    private uint _length;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        while (!_ended)
        {
            _member ??= OpenMember();
            var count = _member is null ? 0 : ReadMember(_member, buffer);
            if (count > 0)
            {
                _checksum.Append(buffer[..count]);
                _length = unchecked(_length + (uint)count);
                return count;
            }

            _ended |= _member is null || Damage != FaultDetail.None;
            if (!_ended)
            {
                CloseMember();
            }
        }

        return 0;
    }

    public override void Dispose()
    {
        _member?.Dispose();
        _feed.Dispose();
        base.Dispose();
    }

    private static bool IsHeader(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, < 0x20, ..];

    private DeflateStream? OpenMember()
    {
        var header = _feed.Ahead(HeaderLength, 0, out _);
        if (header.Length < HeaderLength || !IsHeader(header))
        {
            Damage = header.Length < HeaderLength ? FaultDetail.Truncated : FaultDetail.NotGzip;
            return null;
        }

        var flags = header[3];
        _feed.Move(HeaderLength);
        if (!SkipOptionalParts(flags))
        {
            Damage = FaultDetail.Truncated;
            return null;
        }

        _checksum.Reset();
        _length = 0;
        return new DeflateStream(_feed, CompressionMode.Decompress, leaveOpen: true);
    }

    private bool SkipOptionalParts(byte flags)
    {
        const int HeaderChecksum = 2;
        const int Extra = 4;
        const int Name = 8;
        const int Comment = 16;

        var whole = true;
        if ((flags & Extra) != 0)
        {
            var length = _feed.Ahead(2, 0, out _);
            whole = length.Length >= 2 && Skip(2 + BinaryPrimitives.ReadUInt16LittleEndian(length));
        }

        whole = whole && ((flags & Name) == 0 || SkipText());
        whole = whole && ((flags & Comment) == 0 || SkipText());
        return whole && ((flags & HeaderChecksum) == 0 || Skip(2));
    }

    private bool Skip(int count)
    {
        for (; count > 0; count--)
        {
            if (_feed.Ahead(1, 0, out _).IsEmpty)
            {
                return false;
            }

            _feed.Move(1);
        }

        return true;
    }

    private bool SkipText()
    {
        while (true)
        {
            var text = _feed.Ahead(1, 0, out _);
            if (text.IsEmpty)
            {
                return false;
            }

            var end = text.IndexOf((byte)0);
            _feed.Move(end < 0 ? text.Length : end + 1);
            if (end >= 0)
            {
                return true;
            }
        }
    }

    private int ReadMember(DeflateStream member, Span<byte> buffer)
    {
        try
        {
            var count = member.Read(buffer);
            if (count == 0 && _feed.Exhausted)
            {
                Damage = FaultDetail.Truncated;
            }

            return count;
        }
        catch (InvalidDataException) when (!_feed.SourceFailed)
        {
            Damage = FaultDetail.Damaged;
            return 0;
        }
    }

    /// <summary>
    /// Finds and checks the trailer. The decoder does not tell where in its last slice the deflated data ended, but the
    /// trailer's eight bytes are known by now: they must be there, and after them the end or another member.
    /// </summary>
    private void CloseMember()
    {
        _member!.Dispose();
        _member = null;

        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);

        var bytes = _feed.Ahead(TrailerLength + 4, SliceLength, out var behind);
        Damage = FaultDetail.ChecksumDiffers;
        for (var at = 0; at <= behind && at + TrailerLength <= bytes.Length; at++)
        {
            if (!bytes[at..].StartsWith(trailer))
            {
                continue;
            }

            var after = bytes[(at + TrailerLength)..];
            if (after.IsEmpty || IsHeader(after))
            {
                Damage = FaultDetail.None;
                _ended = after.IsEmpty;
                _feed.Move(at + TrailerLength - behind);
                return;
            }

            Damage = FaultDetail.TrailingBytes;
        }

        _ended = true;
    }
}
