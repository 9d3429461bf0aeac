using Publish.Policies.Agreements;

namespace Publish.Policies.Tests;

public sealed class AdmissionTests
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "agreement-not-active", "status: active", "status: ¦suspended", "" },
        { "agreement-not-active", "status: active", "status: ¦draft", "" },
        { "agreement-not-active", "status: active", "status: ¦ended", "" },
        { "agreement-not-started", "starts: 2026-01-15", "starts: ¦2026-10-06", "" },
        { "agreement-ended", "ends: 2028-12-31", "ends: ¦2026-10-04", "" },
        { "agreement-dpia-missing", "agreement:\n  id:", "¦agreement:\n  id:", "  dpia: { reference: DPIA-77, date: 2026-01-10, outcome: approved }\n" },
        { "agreement-dpia-missing", "  dpia: {", "  ¦dpia: {", ", outcome: approved" },
        { "agreement-dpia-not-approved", "outcome: approved", "outcome: ¦pending", "" },
        { "agreement-dpia-not-approved", "outcome: approved", "outcome: ¦refused", "" },
        { "agreement-dpia-in-future", "date: 2026-01-10", "date: ¦2026-10-06", "" },
        { "agreement-column-not-disclosed", "  sic: { type:", "  ¦sic: { type:", "    sic: to compare trades\n" },
        { "agreement-column-not-disclosed", "  person_id: { type:", "  ¦person_id: { type:", "    person_id: to count people\n" },
        { "agreement-retention-missing", "agreement:\n  id:", "¦agreement:\n  id:", "  retention: P1Y2M3W4D\n" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void An_upload_is_refused_with_the_place_of_the_reason(string code, string old, string marked, string removed)
    {
        var text = Some.With(removed.Length == 0 ? Some.Tables : Some.With(Some.Tables, removed, ""), old, marked);
        var (_, places) = Some.ReadMarked(text);
        var policy = Some.Policy(text.Replace("¦", "", StringComparison.Ordinal));

        var finding = Assert.Single(Check(policy));

        Assert.Equal(code, finding.Code.Id);
        Assert.Equal(places.Single(), finding.Place);
    }

    [Fact]
    public void Every_release_for_an_audience_that_is_no_recipient_is_named()
    {
        var policy = Some.Policy(Some.With(Some.Tables, "recipients: [public, partners]", "recipients: [partners]"));

        var findings = Check(policy);

        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.Equal(AdmissionCodes.AudienceNotRecipient, finding.Code));
        Assert.Equal("The release 'casualties-by-month' is for 'public'.", findings[1].Detail);
    }

    [Fact]
    public void Without_an_agreement_there_is_one_reason()
    {
        var finding = Assert.Single(Check(Some.Policy(Some.Records)));

        Assert.Equal(AdmissionCodes.AgreementMissing, finding.Code);
    }

    [Theory]
    [InlineData(2026, 1, 15, true)]
    [InlineData(2026, 1, 14, false)]
    [InlineData(2028, 12, 31, true)]
    [InlineData(2029, 1, 1, false)]
    public void First_and_last_day_admit(int year, int month, int day, bool isAdmitted)
    {
        var policy = Some.Policy(Some.Tables);

        Assert.Equal(isAdmitted, Check(policy, new DateOnly(year, month, day)).Count == 0);
    }

    [Fact]
    public void An_agreement_without_an_end_admits_later()
    {
        var policy = Some.Policy(Some.With(Some.Tables, "  ends: 2028-12-31\n", ""));

        Assert.Empty(Check(policy, new DateOnly(2999, 1, 1)));
    }

    [Fact]
    public void A_screening_that_asks_for_no_assessment_admits() =>
        Assert.Empty(Check(Some.Policy(Some.With(Some.Tables, "outcome: approved", "outcome: not-required"))));

    [Fact]
    public void The_uploads_names_must_be_the_policys()
    {
        var policy = Some.Policy(Some.Tables);

        var findings = AdmissionRules.Check(policy, Today, "southshire", "roads", "../10");

        Assert.Equal(
            ["admission-other-agency", "admission-other-dataset", "admission-edition-name"],
            findings.Select(finding => finding.Code.Id));
        Assert.All(findings, finding => Assert.DoesNotContain("..", finding.ToString(), StringComparison.Ordinal));
    }

    private static IReadOnlyList<Codes.Finding> Check(Policy policy) => Check(policy, Today);

    private static IReadOnlyList<Codes.Finding> Check(Policy policy, DateOnly today) =>
        AdmissionRules.Check(policy, today, policy.Agency, policy.Dataset, "2026-10");
}
