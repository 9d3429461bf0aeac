namespace Publish.Csv;

/// <summary>How a file is compressed. It is declared, never guessed.</summary>
public enum Compression
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Gzip (RFC 1952), one or more members; checksum and length of each are checked.</summary>
    Gzip,

    /// <summary>Zstandard (RFC 8878), one or more frames with windows up to 128 MiB; checksums are checked.</summary>
    Zstd,
}
