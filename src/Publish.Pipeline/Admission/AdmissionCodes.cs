using Publish.Codes;

namespace Publish.Pipeline.Admission;

/// <summary>Why an upload is not taken in.</summary>
[Codes]
public static class AdmissionCodes
{
    /// <summary>The upload cannot be opened.</summary>
    public static readonly Code UploadNotFound = new(
        "upload-not-found",
        "The upload cannot be opened.",
        "Check the path and that it names a file you may read.");

    /// <summary>The policy, or a file it names, cannot be opened.</summary>
    public static readonly Code PolicyNotFound = new(
        "policy-not-found",
        "The policy, or a file that it names, cannot be opened.",
        "Check the path; files that a policy names lie beside it.");

    /// <summary>The policy is not UTF-8.</summary>
    public static readonly Code PolicyNotText = new(
        "policy-not-text",
        "The policy, or a file that it names, is not text in UTF-8.",
        "Save the file as UTF-8.");

    /// <summary>The edition's name has another form.</summary>
    public static readonly Code EditionName = new(
        "edition-name",
        "The edition's name is not of the form that names have.",
        "Name the period with letters, digits and hyphens, such as 2026-10, 2026-Q3 or 2026.");

    /// <summary>A file of levels has faults.</summary>
    public static readonly Code LevelsFile = new(
        "levels-file-faults",
        "The file of a hierarchy's levels cannot be used.",
        "Mend the rows that are named: commas, UTF-8, a header with the level names, each code once, each level given.");
}
