namespace Publish.Duck;

/// <summary>How a Parquet file is written. The defaults are fixed, so that the same rows give the same bytes.</summary>
public sealed record ParquetOptions
{
    /// <summary>The rows of a row group, at least 2,048. 122,880 by default.</summary>
    public int RowGroupRows { get; init; } = 122_880;

    /// <summary>The zstd level, 1 to 22. 3 by default.</summary>
    public int CompressionLevel { get; init; } = 3;

    /// <summary>Keys and values for the file's footer, in this order; keys differ. None by default.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];
}
