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
        "Nothing was replaced. Check that the edition's name is right; a correction of a published edition needs a revision.");

    /// <summary>The version's folder holds other files.</summary>
    public static readonly Code VersionFolderDiffers = new(
        "version-folder-differs",
        "The version's folder is already there, with other files than this run made.",
        "Nothing was replaced. Find out who wrote the folder; versions are written once and never changed.");
}
