using Publish.Codes;

namespace Publish.Pipeline.Release;

/// <summary>Why an audited version is not put in place.</summary>
[Codes]
public static class ReleaseCodes
{
    /// <summary>The edition exists, from another upload or another policy.</summary>
    public static readonly Code EditionAlreadyPublished = new(
        "edition-already-published",
        "This edition is already published from other content or under another policy.",
        "Nothing was replaced. Check that the edition's name is right; a correction of it is sent with --corrects and the reason.");

    /// <summary>The version's folder holds other files.</summary>
    public static readonly Code VersionFolderDiffers = new(
        "version-folder-differs",
        "The version's folder is already there, with other files than this run made.",
        "Nothing was replaced. Find out who wrote the folder; versions are written once and never changed.");

    /// <summary>A version that waited is not what was audited.</summary>
    public static readonly Code WaitingVersionDiffers = new(
        "waiting-version-differs",
        "A file of a version that waited is not what was audited.",
        "Nothing was published. Find out who can write to staging, then have the upload done again.");

    /// <summary>A version has to wait, and a run at hand has nowhere to keep it.</summary>
    public static readonly Code VersionMustWait = new(
        "version-must-wait",
        "The policy has the version wait for approval or for its time.",
        "Send the file with publish upload, where it can wait; publish check tries it without keeping anything.");
}
