using Publish.Codes;

namespace Publish.Portal;

/// <summary>Why a site cannot be built.</summary>
[Codes]
public static class PortalCodes
{
    /// <summary>A file that a history or a package names is not there.</summary>
    public static readonly Code MissingFile = new(
        "published-file-missing",
        "A published file is missing that the dataset's history or its data package names.",
        "Publish the version again, or withdraw it; then build the site again.");

    /// <summary>A published file is not what it is called.</summary>
    public static readonly Code UnreadableFile = new(
        "published-file-unreadable",
        "A published file cannot be read as what it is called.",
        "Check the version with `publish verify`; publish it again, or withdraw it; then build the site again.");
}
