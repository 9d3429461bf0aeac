using Publish.Codes;

namespace Publish.Pipeline.Parts;

/// <summary>What is wrong with a folder of parts as a whole.</summary>
[Codes]
public static class PartCodes
{
    /// <summary>The folder has no closing marker.</summary>
    public static readonly Code NotClosed = new(
        "folder-not-closed",
        "The folder of parts is not closed.",
        "When every part is there, add a file named _SUCCESS: empty, or a list of the parts.");

    /// <summary>The folder has no parts.</summary>
    public static readonly Code NoParts = new(
        "folder-without-parts",
        "The folder is closed, and there is no part in it.",
        "Send the parts first, each with its own header, and _SUCCESS last.");

    /// <summary>The closing marker is no list.</summary>
    public static readonly Code UnreadableList = new(
        "part-list-unreadable",
        "_SUCCESS is neither empty nor a list of parts.",
        "Leave it empty, or write one line a part: its name, or its SHA-256, two spaces and its name, as sha256sum does; at most 1 MiB.");

    /// <summary>A listed part is missing.</summary>
    public static readonly Code MissingPart = new(
        "part-missing", "A part that _SUCCESS lists is not there.", "Send the folder again under a new name, with every part before _SUCCESS.");

    /// <summary>A part is not listed.</summary>
    public static readonly Code ExtraPart = new(
        "part-extra", "A part is there that _SUCCESS does not list.", "Send the folder again under a new name, with exactly the parts that its _SUCCESS lists.");

    /// <summary>A part is not the listed one.</summary>
    public static readonly Code OtherPart = new(
        "part-digest", "A part has another SHA-256 than _SUCCESS lists.", "Send the folder again under a new name; the part was damaged or changed on its way.");

    /// <summary>A policy with a cell key for a folder of parts.</summary>
    public static readonly Code CellKey = new(
        "folder-cell-key",
        "The policy asks for a cell key, and respondents of an upload in parts have no record keys that last.",
        "Send the upload as one file, which may be compressed, or round the counts instead.");

    /// <summary>A part came after the folder was closed.</summary>
    public static readonly Code LatePart = new(
        "part-late", "A part arrived, or was changed, after its folder was closed.", "Send the folder again under a new name, with every part before _SUCCESS.");
}
