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

    /// <summary>A file of levels has faults.</summary>
    public static readonly Code LevelsFile = new(
        "levels-file-faults",
        "The file of a hierarchy's levels cannot be used.",
        "Mend the rows that are named: commas, UTF-8, a header with the level names, each code once, each level given.");

    /// <summary>The file of a perturbation table has faults.</summary>
    public static readonly Code PerturbationFile = new(
        "perturbation-file-faults",
        "The file of a perturbation table cannot be used.",
        "Mend the line that is named: UTF-8, commas, a header with i, v, lb, ub or pcv, ckey, pvalue, then plain numbers.");

    /// <summary>A secret key the policy names is not there.</summary>
    public static readonly Code SecretMissing = new(
        "secret-missing",
        "The run was not given the secret key that the policy names.",
        "Set PUBLISH_SECRET_ and the key's name in capitals, hyphens as underscores, among the environment or the app's settings, or name a file with --secrets; then run it again.");

    /// <summary>A secret key is no Base64.</summary>
    public static readonly Code SecretUnreadable = new(
        "secret-unreadable",
        "The secret key that the policy names is not Base64.",
        "Write the key in Base64, as openssl rand -base64 32 makes it.");

    /// <summary>A secret key is short.</summary>
    public static readonly Code SecretTooShort = new(
        "secret-too-short",
        "The secret key that the policy names has fewer than 32 bytes.",
        "Make a new one of 32 random bytes in Base64, such as by openssl rand -base64 32, and keep it as long as the dataset.");
}
