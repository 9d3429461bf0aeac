namespace Publish.Policies.Files;

/// <summary>What kind of file an agency uploads.</summary>
public enum FileKind
{
    /// <summary>Delimited text (RFC 4180 with what is declared).</summary>
    Csv,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}
