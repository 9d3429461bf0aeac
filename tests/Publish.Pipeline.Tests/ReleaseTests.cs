using System.Text.Json.Nodes;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

public sealed class ReleaseTests
{
    [Fact]
    public async Task The_history_has_every_version_newest_first_with_the_moment_the_pointers_have()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-11");
        desk.Time.Now += TimeSpan.FromDays(1);
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-10");

        var history = Page(desk, "history.json");
        Assert.Equal(["agency", "dataset", "versions"], history.AsObject().Select(p => p.Key));
        Assert.Equal(("some-things", "some-agency"), ((string)history["dataset"]!, (string)history["agency"]!));
        var versions = history["versions"]!.AsArray();
        Assert.Equal(["2026-10", "2026-11"], versions.Select(v => (string)v!["edition"]!));
        Assert.All(versions, version =>
        {
            Assert.Equal(["edition", "version", "published", "state"], version!.AsObject().Select(p => p.Key));
            Assert.Equal("published", (string)version["state"]!);
            Assert.Equal((string)version["published"]!, (string)Page(desk, $"{(string)version["edition"]!}/latest.json")["published"]!);
        });
        Assert.Equal((string)versions[1]!["published"]!, (string)Page(desk, "latest.json")["published"]!);
    }

    [Fact]
    public async Task A_version_says_what_it_changed_against_the_edition_before()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-09");
        await desk.RunAsync(Some.Policy.With(Some.Table.Replace("count, ", "", StringComparison.Ordinal)), Some.Csv, "2026-10");

        var first = Page(desk, "2026-09/v1.0.0/changes.json");
        Assert.Null(first["previous"]);
        Assert.Contains("people/count", first["columns"]!["added"]!.AsArray().Select(name => (string)name!));
        var second = Page(desk, "2026-10/v1.0.0/changes.json");
        Assert.Equal(("2026-09", "v1.0.0"), ((string)second["previous"]!["edition"]!, (string)second["previous"]!["version"]!));
        Assert.Empty(second["columns"]!["added"]!.AsArray());
        Assert.Equal(["people/count"], second["columns"]!["removed"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(["people.csv", "people.parquet"], second["files"]!["changed"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public async Task A_version_made_again_is_compared_with_the_same_one_whatever_was_published_or_taken_back_since()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-08");
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-10");
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-09");
        Directory.Delete(desk.VersionFolder("2026-08"), recursive: true);

        var again = await desk.RunAsync(Some.Policy, Some.Csv, "2026-10");

        Assert.Equal(Verdict.Accepted, again.Verdict);
        Assert.True(again.Published!.Before);
        Assert.Equal("2026-08", (string)Page(desk, "2026-10/v1.0.0/changes.json")["previous"]!["edition"]!);
        Assert.Equal("2026-08", (string)Page(desk, "2026-09/v1.0.0/changes.json")["previous"]!["edition"]!);
    }

    [Fact]
    public async Task The_tree_of_current_files_has_each_edition_once()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-10");
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-11");

        var root = Path.Combine(desk.PublicRoot, "data", "some-agency", "some-things");
        Assert.Equal(
            ["current/people/edition=2026-10/people.parquet", "current/people/edition=2026-11/people.parquet"],
            Desk.FilesBelow(root).Keys.Where(name => name.StartsWith("current", StringComparison.Ordinal)));
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(root, "2026-11", "v1.0.0", "people.parquet")),
            File.ReadAllBytes(Path.Combine(root, "current", "people", "edition=2026-11", "people.parquet")));
    }

    [Theory]
    [InlineData("{approval: true}")]
    [InlineData("{at: \"2099-01-01T00:00:00Z\"}")]
    [InlineData("{at: third Tuesday 09:30 Europe/London}")]
    public async Task A_file_run_at_hand_whose_version_must_wait_is_held(string publication)
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy with { Publication = publication }, Some.Csv);

        Assert.Equal(Verdict.Held, receipt.Verdict);
        Assert.Equal("version-must-wait", Assert.Single(receipt.Findings).Code);
        Assert.Empty(desk.PublicFiles());
    }

    [Fact]
    public async Task A_time_that_has_come_is_waited_for_no_longer()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy with { Publication = "{at: \"2020-01-01T00:00:00Z\"}" }, Some.Csv);
        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.NotNull(receipt.Published);
    }

    private static JsonNode Page(Desk desk, string name) => JsonNode.Parse(
        File.ReadAllBytes(Path.Combine(desk.PublicRoot, "data", "some-agency", "some-things", name)))!;
}
