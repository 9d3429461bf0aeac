using Publish.Codes;

namespace Publish.Pipeline.Corrections;

/// <summary>Why a correction is not published, or not at once.</summary>
[Codes]
public static class CorrectionCodes
{
    /// <summary>There is no version to correct.</summary>
    public static readonly Code NothingToCorrect = new(
        "nothing-to-correct",
        "The upload says that it corrects an edition, and no version of this edition is published.",
        "Check the edition's name; a first version is sent without a reason for a correction.");

    /// <summary>A later upload has corrected the edition already.</summary>
    public static readonly Code Overtaken = new(
        "correction-overtaken",
        "A file that was received later has corrected this edition already.",
        "Nothing was replaced. Send the file again if it is the newer one after all.");

    /// <summary>Another version of the edition is being published.</summary>
    public static readonly Code EditionBeingPublished = new(
        "edition-being-published",
        "Another version of this edition is being published.",
        "Nothing was replaced. Once that version is published, have this upload done again with publish redo.");

    /// <summary>A version has not the releases of the one it corrects.</summary>
    public static readonly Code OtherReleases = new(
        "correction-other-releases",
        "A correction has other releases than the version it supersedes.",
        "Correct an edition under the policy it was published by; other tables come with the next edition.");

    /// <summary>Few records were changed.</summary>
    public static readonly Code FewRecordsChanged = new(
        "correction-few-records",
        "A correction adds or removes fewer records of a class than k, so that the two versions tell which these are.",
        "Gather more corrections, publish them with the next edition, or withdraw this edition.");

    /// <summary>A file of the superseded version is not what was published.</summary>
    public static readonly Code SupersededDiffers = new(
        "superseded-version-differs",
        "The files of the version to be corrected are not there as they were published.",
        "Nothing was replaced. Find out who changed the version's folder; versions are written once and never changed.");

    /// <summary>It could not be proven that the difference of two versions tells nothing.</summary>
    public static readonly Code NotProven = new(
        "correction-not-proven",
        "Readers who have both versions can tell what a correction changed, and it could not be proven that as many respondents as the threshold are behind each change.",
        "Somebody else than the sender decides: approve it only if so many rows were corrected in every cell that changed (a wrong unit in all rows, for example), and else reject it.");

    /// <summary>It could not be proven, and nobody can be asked.</summary>
    public static readonly Code NeedsApproval = new(
        "correction-needs-approval",
        "Readers who have both versions can tell what this correction changed, and a person has to decide whether it may be published.",
        "Send the file with publish upload --corrects, where it can wait for somebody else to approve it.");
}
