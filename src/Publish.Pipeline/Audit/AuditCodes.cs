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

    /// <summary>A cell that a rule makes secret is published.</summary>
    public static readonly Code SecretPublished = new(
        "secret-published",
        "A cell is published that a rule of the policy makes secret.",
        "Nothing was published. This is a fault of the program: report it with the receipt.");

    /// <summary>A combination that nobody is in has no row, though zeros are protected.</summary>
    public static readonly Code EmptyRowMissing = new(
        "empty-row-missing",
        "A combination of categories has no row and so tells that nobody is in it, though the policy protects zeros.",
        "Nothing was published. This is a fault of the program: report it with the receipt.");

    /// <summary>The list of digests is missing or broken.</summary>
    public static readonly Code DigestList = new(
        "digest-list",
        "The list of digests is missing, or is not one.",
        "Fetch the version again; if it is still so, tell the publisher.");

    /// <summary>A file is not the one that was published.</summary>
    public static readonly Code DigestDiffers = new(
        "digest-differs",
        "A file is missing, or is not the file whose digest was published.",
        "Fetch the file again; if it is still so, tell the publisher.");

    /// <summary>A file lies in the folder that was not published.</summary>
    public static readonly Code UnlistedFile = new(
        "unlisted-file",
        "A file lies in the version's folder that its list of digests does not name.",
        "Take it for no part of the version.");

    /// <summary>The count of respondents cannot be right.</summary>
    public static readonly Code MoreRespondentsThanRows = new(
        "more-respondents-than-rows",
        "More respondents were counted than there are rows.",
        "Nothing was published. This is a fault of the program: report it with the receipt.");
}
