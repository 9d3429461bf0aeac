using Publish.Csv.Faults;

namespace Publish.Csv.Sources;

/// <summary>
/// The unpacked file as UTF-8. UTF-8 itself passes through unchecked: whoever splits it into cells checks them in
/// parallel. What cannot be decoded from another encoding becomes a byte FF, which that check will find in its cell.
/// </summary>
internal sealed class DecodedText(UnpackedSource unpacked, long most) : ITextSource
{
    /// <summary>Stands for what cannot be decoded: FF never occurs in UTF-8.</summary>
    public const byte Undecodable = 0xFF;

    private readonly LookAhead _ahead = new();
    private Transcoder? _transcoder;
    private long _unpackedBytes;

    /// <summary>Bytes of text handed out so far.</summary>
    public long Count { get; private set; }

    /// <summary>Whether the file unpacked to more bytes than allowed.</summary>
    public bool TooLarge => _unpackedBytes > most;

    public bool BrokeOff => TooLarge || unpacked.Damage != FaultDetail.None;

    /// <summary>The first unpacked bytes, which will still be read.</summary>
    public ReadOnlySpan<byte> Head => _ahead.Fill(Unpack);

    /// <summary>Says how to decode, before the first read.</summary>
    /// <param name="encoding">With its byte order.</param>
    /// <param name="markLength">The length of the byte order mark, which is no text.</param>
    public void Open(TextEncoding encoding, int markLength)
    {
        _ahead.Skip(markLength);
        _transcoder = encoding switch
        {
            TextEncoding.Utf8 => null,
            TextEncoding.Utf16LittleEndian => new Utf16Transcoder(bigEndian: false),
            TextEncoding.Utf16BigEndian => new Utf16Transcoder(bigEndian: true),
            TextEncoding.Latin1 => new SingleByteTranscoder(SingleByteTranscoder.Latin1),
            TextEncoding.Windows1252 => new SingleByteTranscoder(SingleByteTranscoder.Windows1252),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
        };
    }

    public int Read(Span<byte> buffer)
    {
        var count = _transcoder is null ? ReadUnpacked(buffer) : _transcoder.Read(ReadUnpacked, buffer);
        Count += count;
        return count;
    }

    private int ReadUnpacked(Span<byte> buffer)
    {
        var held = _ahead.Take(buffer);
        return held > 0 ? held : Unpack(buffer);
    }

    private int Unpack(Span<byte> buffer)
    {
        var count = TooLarge ? 0 : unpacked.Read(buffer);
        _unpackedBytes += count;
        return TooLarge ? 0 : count;
    }
}
