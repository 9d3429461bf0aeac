using Publish.Codes;

namespace Publish.Policies.Agreements;

/// <summary>Why an agreement does not admit an upload.</summary>
[Codes]
public static class AdmissionCodes
{
    /// <summary>There is no agreement.</summary>
    public static readonly Code AgreementMissing = new(
        "agreement-missing", "The policy has no data-sharing agreement.", "Add the agreement once it is signed.");

    /// <summary>The agreement's status is not active.</summary>
    public static readonly Code NotActive = new(
        "agreement-not-active", "The agreement is not active.", "Upload when it is, or correct its status.");

    /// <summary>The agreement starts later.</summary>
    public static readonly Code NotStarted = new(
        "agreement-not-started", "The agreement has not started.", "Upload when it has, or correct its start.");

    /// <summary>The agreement is over.</summary>
    public static readonly Code Ended = new(
        "agreement-ended", "The agreement has ended.", "Renew the agreement and correct its end.");

    /// <summary>There is no assessment, or one without an outcome.</summary>
    public static readonly Code DpiaMissing = new(
        "agreement-dpia-missing",
        "The agreement names no outcome of a data protection impact assessment.",
        "Conclude the assessment and add dpia with reference, date and outcome.");

    /// <summary>The assessment does not approve.</summary>
    public static readonly Code DpiaNotApproved = new(
        "agreement-dpia-not-approved",
        "The data protection impact assessment does not approve the processing.",
        "Upload when its outcome is approved or not-required.");

    /// <summary>The assessment is dated later than the upload.</summary>
    public static readonly Code DpiaInFuture = new(
        "agreement-dpia-in-future",
        "The data protection impact assessment is dated in the future.",
        "Correct the date, or upload when it has been concluded.");

    /// <summary>A column is used that the agreement does not name.</summary>
    public static readonly Code ColumnNotDisclosed = new(
        "agreement-column-not-disclosed",
        "A column is used that the agreement does not disclose.",
        "Add the column with its reason to discloses, once it is agreed, or give it role: drop.");

    /// <summary>A release is for an audience that the agreement does not name.</summary>
    public static readonly Code AudienceNotRecipient = new(
        "agreement-audience-not-recipient",
        "A release is for an audience that is not among the agreement's recipients.",
        "Add the audience to recipients, once it is agreed, or change the release.");

    /// <summary>No retention is agreed.</summary>
    public static readonly Code RetentionMissing = new(
        "agreement-retention-missing",
        "The agreement does not say how long uploads are kept.",
        "Add retention, such as P30D.");

    /// <summary>The upload is another agency's.</summary>
    public static readonly Code OtherAgency = new(
        "admission-other-agency", "The policy is for another agency than the upload.", "Use the agency's own policy, or correct its agency.");

    /// <summary>The upload is of another dataset.</summary>
    public static readonly Code OtherDataset = new(
        "admission-other-dataset", "The policy is for another dataset than the upload.", "Use the dataset's own policy, or correct its dataset.");

    /// <summary>The edition's name cannot be used.</summary>
    public static readonly Code EditionName = new(
        "admission-edition-name",
        "The edition's name cannot be used.",
        "Use 1 to 63 letters, digits and hyphens, not beginning with a hyphen, such as 2026-10, 2026-Q3 or 2026.");
}
