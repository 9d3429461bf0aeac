using System.Globalization;
using Publish.Codes;
using Publish.Policies.Agreements;
using Publish.Policies.Columns;
using Publish.Policies.Format;
using Publish.Policies.Reading;

namespace Publish.Policies;

/// <summary>Whether a policy admits an upload on a day: it is refused unless the agreement covers all that is used and released.</summary>
public static class AdmissionRules
{
    /// <summary>Checks an upload's names, and the agreement against what the policy uses and releases.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="today">The day of the upload.</param>
    /// <param name="agency">The agency that uploads; <c>policy.Agency</c> where only the policy tells.</param>
    /// <param name="dataset">The dataset uploaded; <c>policy.Dataset</c> where only the policy tells.</param>
    /// <param name="edition">The edition uploaded.</param>
    /// <returns>Every reason to refuse, each with its place in the policy; empty where the upload is admitted.</returns>
    public static IReadOnlyList<Finding> Check(Policy policy, DateOnly today, string agency, string dataset, string edition)
    {
        var findings = new List<Finding>();
        if (agency != policy.Agency)
        {
            findings.Add(new Finding(AdmissionCodes.OtherAgency, policy.Positions.Place("agency")));
        }

        if (dataset != policy.Dataset)
        {
            findings.Add(new Finding(AdmissionCodes.OtherDataset, policy.Positions.Place("dataset")));
        }

        if (!Names.IsEdition(edition))
        {
            findings.Add(new Finding(AdmissionCodes.EditionName, ""));
        }

        if (policy.Agreement is { } agreement)
        {
            findings.AddRange(
            [
                .. Force(policy, agreement, today),
                .. Assessment(policy, agreement, today),
                .. Columns(policy, agreement),
                .. Audiences(policy, agreement),
            ]);
        }
        else
        {
            findings.Add(new Finding(AdmissionCodes.AgreementMissing, policy.Positions.Place()));
        }

        return findings;
    }

    private static IEnumerable<Finding> Force(Policy policy, Agreement agreement, DateOnly today)
    {
        if (agreement.Status != AgreementStatus.Active)
        {
            yield return Finding(
                policy, AdmissionCodes.NotActive, $"Its status is '{Vocabularies.AgreementStatus.Word(agreement.Status)}'.", "status");
        }

        if (today < agreement.Starts)
        {
            yield return Finding(policy, AdmissionCodes.NotStarted, $"It starts on {Text(agreement.Starts)}.", "starts");
        }

        if (today > agreement.Ends)
        {
            yield return Finding(policy, AdmissionCodes.Ended, $"Its last day was {Text(agreement.Ends.Value)}.", "ends");
        }

        if (agreement.Retention is null)
        {
            yield return Finding(policy, AdmissionCodes.RetentionMissing, null, "retention");
        }
    }

    private static IEnumerable<Finding> Assessment(Policy policy, Agreement agreement, DateOnly today)
    {
        if (agreement.Dpia?.Outcome is not { } outcome)
        {
            yield return Finding(policy, AdmissionCodes.DpiaMissing, null, "dpia");
        }
        else if (outcome is not (DpiaOutcome.Approved or DpiaOutcome.NotRequired))
        {
            yield return Finding(
                policy, AdmissionCodes.DpiaNotApproved, $"Its outcome is '{Vocabularies.DpiaOutcome.Word(outcome)}'.", "dpia", "outcome");
        }

        if (agreement.Dpia?.Date > today)
        {
            yield return Finding(policy, AdmissionCodes.DpiaInFuture, $"Its date is {Text(agreement.Dpia.Date)}.", "dpia", "date");
        }
    }

    private static IEnumerable<Finding> Columns(Policy policy, Agreement agreement)
    {
        var disclosed = agreement.Discloses.Select(column => column.Column).ToHashSet(StringComparer.Ordinal);
        return policy.Columns
            .Where(column => column.Role != ColumnRole.Drop && !disclosed.Contains(column.Name))
            .Select(column => new Finding(
                AdmissionCodes.ColumnNotDisclosed,
                policy.Positions.Place("columns", column.Name),
                $"The column is {Quotation.Of(column.Name)}."));
    }

    private static IEnumerable<Finding> Audiences(Policy policy, Agreement agreement) => policy.Releases
        .Select((release, i) => (Release: release, Index: i))
        .Where(indexed => !agreement.Recipients.Contains(indexed.Release.Audience))
        .Select(indexed => new Finding(
            AdmissionCodes.AudienceNotRecipient,
            policy.Positions.Place("releases", indexed.Index, "audience"),
            $"The release {Quotation.Of(indexed.Release.Name)} is for '{Vocabularies.Audience.Word(indexed.Release.Audience)}'."));

    private static Finding Finding(Policy policy, Code code, string? detail, params ReadOnlySpan<object> steps) =>
        new(code, policy.Positions.Place(["agreement", .. steps]), detail);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
