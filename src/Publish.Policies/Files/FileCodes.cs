using Publish.Codes;

namespace Publish.Policies.Files;

/// <summary>What can be wrong with what a policy says about the file.</summary>
[Codes]
public static class FileCodes
{
    /// <summary>A date format that cannot be read by.</summary>
    public static readonly Code DateFormat = new(
        "policy-date-format",
        "The date format cannot be used.",
        "Write yyyy, MM and dd once each, parted by anything but letters and digits, such as dd/MM/yyyy; at most 16 characters.");

    /// <summary>A timestamp format that cannot be read by.</summary>
    public static readonly Code TimestampFormat = new(
        "policy-timestamp-format",
        "The timestamp format cannot be used.",
        "Write yyyy, MM, dd, HH, mm and optionally ss once each, and T or Z where written; at most 32 characters; or remove it for ISO 8601.");

    /// <summary>A key of delimited text for a Parquet file.</summary>
    public static readonly Code ParquetKey = new(
        "policy-parquet-key", "The key has no meaning for a Parquet file.", "Remove the key, or write format: csv.");
}
