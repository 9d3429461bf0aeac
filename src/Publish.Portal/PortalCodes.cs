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

    /// <summary>A link leads nowhere.</summary>
    public static readonly Code BrokenLink = new(
        "broken-link",
        "A link of a page leads to a file that is not there.",
        "Build the site again; if it is still so, tell the publisher.");

    /// <summary>A file of a site is not the one that was built.</summary>
    public static readonly Code SiteFileDiffers = new(
        "site-file-differs",
        "A file of the site is missing, or is not the file that was built.",
        "Build the site again; if it is still so, somebody changes its files.");

    /// <summary>A site was not built since something was published or withdrawn.</summary>
    public static readonly Code SiteStale = new(
        "site-stale",
        "The site does not show what a dataset's history says: it was not built since.",
        "Take what is published by the dataset's history; the publisher builds the site again (publish site, or the next timer).");

    /// <summary>A dataset's history is not that of its versions.</summary>
    public static readonly Code HistoryDiffers = new(
        "history-differs",
        "A dataset's history does not agree with the versions that are there.",
        "Do not rely on the dataset; tell the publisher. If Publish wrote it, repeat the release or withdrawal that was interrupted.");

    /// <summary>A pointer or the tree of newest editions leads elsewhere than the history.</summary>
    public static readonly Code PointerDiffers = new(
        "pointer-differs",
        "A pointer, or the tree of newest editions, does not lead to what the dataset's history calls published.",
        "Take files by the history alone, and tell the publisher. If Publish wrote it, repeat the release or withdrawal that was interrupted.");

    /// <summary>A file breaks a rule of its specification.</summary>
    public static readonly Code Specification = new(
        "specification-broken",
        "A file that machines read breaks a rule of its specification.",
        "Do not rely on it; tell the publisher. If Publish made it, this is a fault of the program: report it.");

    /// <summary>An address does not answer.</summary>
    public static readonly Code NoAnswer = new(
        "site-unreachable",
        "The address does not answer, or not in time.",
        "Check the address and the network; repeat later.");

    /// <summary>There is no site at an address.</summary>
    public static readonly Code NoSite = new(
        "no-site",
        "There is no site of Publish at the address.",
        "Name the address of the site's top, which has site.json, with a '/' at its end.");
}
