using Publish.Csv.Faults;

namespace Publish.Csv.Sources;

/// <summary>A file's bytes after unpacking, whether or not it was packed. Ends early where the packed data is damaged.</summary>
internal abstract class UnpackedSource : IByteSource, IDisposable
{
    /// <summary>What is wrong with the packed data, as far as it was read.</summary>
    public FaultDetail Damage { get; protected set; }

    public abstract int Read(Span<byte> buffer);

    public virtual void Dispose()
    {
    }

    /// <summary>The source for a declared compression.</summary>
    public static UnpackedSource For(Compression compression, IByteSource packed) => compression switch
    {
        Compression.None => new PlainSource(packed),
        Compression.Gzip => new GzipSource(packed),
        Compression.Zstd => new ZstdSource(packed),
        _ => throw new ArgumentOutOfRangeException(nameof(compression)),
    };

    private sealed class PlainSource(IByteSource source) : UnpackedSource
    {
        public override int Read(Span<byte> buffer) => source.Read(buffer);
    }
}
