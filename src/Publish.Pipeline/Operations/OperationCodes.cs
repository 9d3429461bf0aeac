using Publish.Codes;

namespace Publish.Pipeline.Operations;

/// <summary>Why an upload is not worked on, and why a decision is not taken.</summary>
[Codes]
public static class OperationCodes
{
    /// <summary>The upload's name is none.</summary>
    public static readonly Code UploadName = new(
        "upload-name",
        "The upload's name cannot be used.",
        "Send it as uploads/AGENCY/DATASET/EDITION/FILE: agency and dataset of lower-case letters, digits and hyphens, the file of letters, digits, '.', '_', '=' and '-', not beginning with '_' or '.'; or a folder of such files closed by _SUCCESS, with names of at most 200 characters.");

    /// <summary>Every attempt ended without an answer.</summary>
    public static readonly Code UploadPoisoned = new(
        "upload-poisoned",
        "Every attempt at this upload ended without an answer.",
        "Nothing was published. Look into the program's log at the times of the attempts, then have it done again.");

    /// <summary>The upload went away before it was worked on.</summary>
    public static readonly Code UploadGone = new(
        "upload-gone",
        "The upload was replaced or deleted before it was worked on.",
        "If another file was meant to take its place, that one has a receipt of its own; otherwise send it again.");

    /// <summary>There is nothing that the decision could be about.</summary>
    public static readonly Code NothingToDecide = new(
        "nothing-to-decide",
        "There is no upload of that edition that this could be decided about.",
        "See publish status: versions that await approval can be approved or rejected, published ones withdrawn, others done again.");

    /// <summary>The decision could be about several.</summary>
    public static readonly Code SeveralToDecide = new(
        "several-to-decide",
        "There are several uploads of that edition that this could be about.",
        "Name the receipt of one of them with --receipt; publish status lists them.");

    /// <summary>The granted name is taken.</summary>
    public static readonly Code GrantTaken = new(
        "grant-upload-exists",
        "There is an upload of that name already.",
        "Grant another file name: uploads are created, never replaced.");

    /// <summary>Nobody could read there.</summary>
    public static readonly Code GrantAudience = new(
        "grant-audience",
        "There is no such audience, or everybody reads what it reads.",
        "Name partners or agencies.");

    /// <summary>The grant would last too long, or no time at all.</summary>
    public static readonly Code GrantLifetime = new(
        "grant-lifetime",
        "A grant cannot last that long.",
        "Let it last from 1 minute to 24 hours for an upload, to 7 days for reading.");

    /// <summary>The approver is the uploader.</summary>
    public static readonly Code OwnUpload = new(
        "approval-of-own-upload",
        "A version is approved by somebody else than the person who sent it.",
        "Ask a colleague to look at the receipt and to approve it.");

    /// <summary>Nobody knows who sent it.</summary>
    public static readonly Code UploaderUnknown = new(
        "approval-uploader-unknown",
        "It is not known who sent the upload, so nobody can be said to be somebody else.",
        "Send the file with a note of who sends it: metadata named uploader.");

    /// <summary>A name or a reason is missing.</summary>
    public static readonly Code NameAndReason = new(
        "decision-name-and-reason",
        "A decision needs a name and a reason.",
        "Give --by NAME (at most 100 characters) and --reason TEXT (at most 1,000), printable and not empty.");

    /// <summary>A person rejected the version.</summary>
    public static readonly Code VersionRejected = new(
        "version-rejected",
        "A person rejected the version.",
        "See the reason; when what it names is mended, send the file again, or have it done again.");

    /// <summary>The ledger says that somebody decided, and no line does.</summary>
    public static readonly Code DecisionMissing = new(
        "decision-missing",
        "The ledger says that a person decided about the version, and the lines about decisions do not.",
        "Nothing was published. Find out who wrote the ledger, then have the upload done again; a version is approved by somebody else than its sender, and not where somebody rejected it.");

    /// <summary>The raw upload is gone.</summary>
    public static readonly Code RawUploadDeleted = new(
        "raw-upload-deleted",
        "The raw upload is no longer kept, so it cannot be done again.",
        "Send the file again.");

    /// <summary>Another policy of the dataset is installed.</summary>
    public static readonly Code OtherPolicy = new(
        "policy-installed-differs",
        "The installation has another policy for the dataset, or another file of that name.",
        "Send the file without --policy to use what is installed, or add --replace-policy to put yours in its place.");

    /// <summary>The policy is not that of the dataset.</summary>
    public static readonly Code PolicyOfOther = new(
        "policy-of-other-dataset",
        "The policy names another agency or dataset.",
        "Give the agency and the dataset that the policy names, or the policy of this dataset.");

    /// <summary>A file that the policy names cannot be installed.</summary>
    public static readonly Code PolicyFile = new(
        "policy-file-missing",
        "The policy names a file that does not lie beside it, or whose name cannot be used.",
        "Put the file beside the policy, with a name of letters, digits, '.', '_', '=' and '-'.");
}
