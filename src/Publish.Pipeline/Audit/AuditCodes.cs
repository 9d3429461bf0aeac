using Publish.Codes;

namespace Publish.Pipeline.Audit;

/// <summary>What is wrong with the files of a version.</summary>
[Codes]
public static class AuditCodes
{
    /// <summary>The CSV and the Parquet file of a release differ.</summary>
    public static readonly Code FormatsDiffer = new(
        "formats-differ",
        "The CSV and the Parquet file of a release do not hold the same rows.",
        "Do not use the files; tell the publisher, who finds the cause before publishing again.");

    /// <summary>A file cannot be read as its certificate describes it.</summary>
    public static readonly Code UnreadableRelease = new(
        "unreadable-release",
        "A file of the version cannot be read as its certificate describes it.",
        "Fetch the version again; if the digests still differ, tell the publisher.");

    /// <summary>A class of records stands for fewer than k respondents.</summary>
    public static readonly Code TooFewRespondents = new(
        "too-few-respondents",
        "A class of published records does not have the rows and the respondents that the upload says.",
        "Nothing was published. This is a fault of the program: report it with the receipt.");
}
