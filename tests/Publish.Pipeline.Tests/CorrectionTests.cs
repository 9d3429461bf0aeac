using System.Text.Json.Nodes;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

public sealed class CorrectionTests
{
    private const string Reason = "Three people of Sutton were missing.";
    private static readonly string Corrected = CsvOf(Some.Rows, Person("Sutton", "y"), Person("Sutton", "y"), Person("Sutton", "y"));

    [Fact]
    public async Task A_correction_is_a_new_version_with_a_reason_and_the_one_before_stays()
    {
        using var desk = await PublishedAsync(Some.Policy, Some.Csv);
        var before = desk.PublicFiles();
        var receipt = await desk.CorrectAsync(Some.Policy, Corrected, Reason);

        Assert.Equal((Verdict.Accepted, "v1.0.1", false), (receipt.Verdict, receipt.Published!.Version, receipt.Published.Before));
        Assert.All(before.Where(file => file.Key.Contains("/v1.0.0/", StringComparison.Ordinal)), file => Assert.Equal(file.Value, desk.PublicFiles()[file.Key]));
        var versions = Page(desk, "history.json")["versions"]!.AsArray();
        Assert.Equal(
            [("v1.0.1", "published", "v1.0.0", Reason), ("v1.0.0", "superseded", null, null)],
            versions.Select(v => ((string)v!["version"]!, (string)v["state"]!, (string?)v["supersedes"], (string?)v["reason"])));
        Assert.Equal(("v1.0.1", "v1.0.1"), ((string)Page(desk, "latest.json")["version"]!, (string)Page(desk, "2026-10/latest.json")["version"]!));
        var changes = Page(desk, "2026-10/v1.0.1/changes.json");
        Assert.Equal(("v1.0.0", Reason), ((string)changes["supersedes"]!, (string)changes["reason"]!));
        Assert.Equal(["people.csv", "people.parquet"], changes["files"]!["changed"]!.AsArray().Select(name => (string)name!));
        Assert.Equal("v1.0.1", (string)Page(desk, "2026-10/v1.0.1/certificate.json")["version"]!);
        Assert.Equal(desk.PublicFiles()[Name("2026-10/v1.0.1/people.parquet")], desk.PublicFiles()[Name("current/people/edition=2026-10/people.parquet")]);
    }

    [Fact]
    public async Task A_correction_made_again_changes_nothing_and_another_gets_the_next_number()
    {
        using var desk = await PublishedAsync(Some.Policy, Some.Csv);
        await desk.CorrectAsync(Some.Policy, Corrected, Reason);
        var files = desk.PublicFiles();
        foreach (var again in new[] { await desk.CorrectAsync(Some.Policy, Corrected, "Another reason."), await desk.RunAsync(Some.Policy, Corrected) })
        {
            Assert.Equal((Verdict.Accepted, "v1.0.1", true), (again.Verdict, again.Published!.Version, again.Published.Before));
            Assert.Equal(files, desk.PublicFiles());
        }

        Assert.Equal("v1.0.2", (await desk.CorrectAsync(Some.Policy, Some.Csv, "They were not missing.")).Published!.Version);
        Assert.Equal(["published", "superseded", "superseded"], Page(desk, "history.json")["versions"]!.AsArray().Select(v => (string)v!["state"]!));
    }

    [Fact]
    public async Task Without_a_reason_or_without_a_version_there_is_no_correction()
    {
        using var desk = await PublishedAsync(Some.Policy, Some.Csv);
        var files = desk.PublicFiles();
        Assert.Equal("edition-already-published", Assert.Single((await desk.RunAsync(Some.Policy, Corrected)).Findings).Code);
        Assert.Equal("nothing-to-correct", Assert.Single((await desk.CorrectAsync(Some.Policy, Corrected, Reason, "2026-11")).Findings).Code);
        Assert.Equal(files, desk.PublicFiles());
    }

    [Fact]
    public async Task A_correction_of_one_person_is_held_since_the_difference_tells_of_that_person()
    {
        using var desk = await PublishedAsync(Some.Policy, Some.Csv);
        var files = desk.PublicFiles();
        var receipt = await desk.CorrectAsync(Some.Policy, CsvOf(Some.Rows, Person("Sutton", "y")), "One person was missing.");

        Assert.Equal(Verdict.Held, receipt.Verdict);
        Assert.Contains("attack-version-difference", receipt.Findings.Select(finding => finding.Code));
        Assert.DoesNotContain("Sutton", ReceiptText.Write(receipt), StringComparison.Ordinal);
        Assert.Equal(files, desk.PublicFiles());
    }

    [Fact]
    public async Task A_correction_is_compared_with_every_earlier_version_since_readers_have_them_all()
    {
        using var desk = await PublishedAsync(Some.Policy, Some.Csv);
        await desk.CorrectAsync(Some.Policy, Corrected, Reason);
        var oneFewer = Some.Rows.Where(row => row[1] == "Sutton" && row[2] == "y").Take(1).ToArray();
        var receipt = await desk.CorrectAsync(Some.Policy, CsvOf(Some.Rows.Except(oneFewer)), "They were not missing, and one was too many.");
        Assert.Contains("attack-version-difference", receipt.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Changes_within_hidden_cells_that_several_sums_share_are_for_a_person_to_decide()
    {
        using var desk = await PublishedAsync(Some.Policy, Some.Csv);
        var receipt = await desk.CorrectAsync(
            Some.Policy, CsvOf(Some.Rows, Person("Norham", "x"), Person("Norham", "x"), Person("Norham", "x")), "Three people of Norham were missing.");
        Assert.Equal("correction-needs-approval", Assert.Single(receipt.Findings).Code);
    }

    [Fact]
    public async Task Where_numbers_change_and_counts_do_not_a_person_has_to_decide()
    {
        using var desk = await PublishedAsync(Some.Policy, Some.Csv);
        var receipt = await desk.CorrectAsync(Some.Policy, CsvOf(Some.Rows.Select(InPence)), "Pay was in pounds.");
        Assert.Equal("correction-needs-approval", Assert.Single(receipt.Findings).Code);
    }

    [Fact]
    public async Task A_correction_has_the_releases_of_the_version_it_corrects()
    {
        using var desk = await PublishedAsync(Some.Policy, Some.Csv);
        var other = Some.Policy.With(Some.Table, Some.Table.Replace("name: people", "name: more-people", StringComparison.Ordinal));
        Assert.Equal("correction-other-releases", Assert.Single((await desk.CorrectAsync(other, Corrected, Reason)).Findings).Code);
        var fewer = Some.Policy.With(Some.Table.Replace("count, ", "", StringComparison.Ordinal));
        Assert.Equal("attack-version-layout", Assert.Single((await desk.CorrectAsync(fewer, Corrected, Reason)).Findings).Code);
    }

    [Fact]
    public async Task A_version_whose_files_were_changed_is_not_corrected()
    {
        using var desk = await PublishedAsync(Some.Policy, Some.Csv);
        File.AppendAllText(Path.Combine(desk.VersionFolder(), "people.parquet"), "x");
        Assert.Equal("superseded-version-differs", Assert.Single((await desk.CorrectAsync(Some.Policy, Corrected, Reason)).Findings).Code);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Records_that_come_are_at_least_k_in_each_class_or_the_correction_is_held(int added, bool isPublished)
    {
        var policy = Some.RecordsPolicy.With(Some.RecordsPolicy.Releases[0].Replace("diversity: {column: illness, kind: distinct, l: 2}, ", "", StringComparison.Ordinal));
        using var desk = await PublishedAsync(policy, Some.RecordsCsv());
        var patient = desk.Published("patients.csv").Split('\n')[1];
        var source = Some.RecordsCsv().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var row = source.Skip(1).First(line => patient.EndsWith(line.Split(',')[2], StringComparison.Ordinal));
        var receipt = await desk.CorrectAsync(
            policy, string.Join('\n', source.Concat(Enumerable.Repeat(row, added))) + "\n", "Patients were missing.");

        Assert.Equal(isPublished, receipt.Published is not null);
        Assert.Equal(isPublished ? [] : ["correction-few-records"], receipt.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Records_that_must_be_diverse_may_be_alike_where_they_come_so_that_a_person_decides()
    {
        using var desk = await PublishedAsync(Some.RecordsPolicy, Some.RecordsCsv());
        var row = Some.RecordsCsv().Split('\n')[1];
        var receipt = await desk.CorrectAsync(Some.RecordsPolicy, Some.RecordsCsv() + string.Concat(Enumerable.Repeat(row + "\n", 5)), "Patients were missing.");
        Assert.Equal("correction-needs-approval", Assert.Single(receipt.Findings).Code);
    }

    private static async Task<Desk> PublishedAsync(PolicyText policy, string csv)
    {
        var desk = Some.Desk();
        Assert.Equal(Verdict.Accepted, (await desk.RunAsync(policy, csv)).Verdict);
        return desk;
    }

    private static string CsvOf(IEnumerable<string[]> rows, params string[][] more) =>
        Some.CsvOf(["id", "district", "sex", "pay", "note"], [.. rows, .. more.Select((row, i) => (string[])[$"Q{i}", .. row])]);

    private static string[] Person(string district, string sex) => [district, sex, "1234.50", "new"];

    private static string[] InPence(string[] row) => [.. row[..3], row[3].Replace(".", "", StringComparison.Ordinal), row[4]];

    private static string Name(string page) => "data/some-agency/some-things/" + page;

    private static JsonNode Page(Desk desk, string page) => JsonNode.Parse(desk.PublicFiles()[Name(page)])!;
}
