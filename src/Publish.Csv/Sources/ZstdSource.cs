using Publish.Csv.Faults;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Publish.Csv.Sources;

/// <summary>
/// Unpacks Zstandard (RFC 8878) strictly: one or more whole frames, checksums checked, nothing after them.
/// </summary>
internal sealed class ZstdSource : UnpackedSource
{
    /// <summary>Windows up to 2^27 bytes, what the format's own tool reads unless told otherwise: bounds the memory.</summary>
    private const int GreatestWindowLog = 27;

    private readonly PackedFeed _feed;
    private readonly DecompressionStream _decoder;

    public ZstdSource(IByteSource packed)
    {
        _feed = new PackedFeed(packed);
        _decoder = new DecompressionStream(_feed);
        _decoder.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, GreatestWindowLog);
    }

    public override int Read(Span<byte> buffer)
    {
        if (Damage != FaultDetail.None)
        {
            return 0;
        }

        try
        {
            return _decoder.Read(buffer);
        }
        catch (EndOfStreamException) when (!_feed.SourceFailed)
        {
            Damage = FaultDetail.Truncated;
        }
        catch (ZstdException exception)
        {
            Damage = exception.Code == ZSTD_ErrorCode.ZSTD_error_checksum_wrong
                ? FaultDetail.ChecksumDiffers
                : FaultDetail.Damaged;
        }

        return 0;
    }

    public override void Dispose()
    {
        _decoder.Dispose();
        _feed.Dispose();
        base.Dispose();
    }
}
