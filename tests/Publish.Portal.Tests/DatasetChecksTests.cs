using Publish.Portal.Verification;

namespace Publish.Portal.Tests;

/// <summary>A dataset whose history, pointers and tree agree has nothing wrong; each disagreement is found and named.</summary>
public sealed class DatasetChecksTests : IDisposable
{
    private const string Dataset = "data/agency/one/";
    private readonly PublishedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_dataset_with_a_correction_a_withdrawal_and_several_editions_agrees_with_itself()
    {
        await BuildAsync();
        Assert.Empty(Findings());
    }

    [Fact]
    public async Task A_dataset_of_which_all_is_withdrawn_agrees_with_itself()
    {
        await BuildAsync();
        _folder.Withdraw("agency", "one", "2026-09", "A mistake.", day: 9);
        _folder.Withdraw("agency", "one", "2026-10", "A mistake.", day: 9);
        Assert.Empty(Findings());
    }

    [Theory]
    [InlineData("latest.json", "\"edition\": \"2026-10\"", "\"edition\": \"2026-09\"", "latest.json does not lead to 2026-10/v1.0.1/.")]
    [InlineData("2026-10/latest.json", "\"version\": \"v1.0.1\"", "\"version\": \"v1.0.0\"", "2026-10/latest.json does not lead to 2026-10/v1.0.1/.")]
    [InlineData("2026-10/latest.json", "\"published\": \"2026", "\"published\": \"2025", "does not lead to")]
    [InlineData("2026-10/latest.json", "\"url\": \"v1.0.1/people.csv\"", "\"url\": \"v1.0.0/people.csv\"", "does not list the files")]
    [InlineData("2026-10/latest.json", "\"name\": \"people.csv\"", "\"name\": \"persons.csv\"", "does not list the files")]
    [InlineData("2026-10/latest.json", "\"bytes\": 2", "\"bytes\": 3", "does not list the files")]
    [InlineData("2026-10/latest.json", "\"sha256\": \"", "\"sha256\": \"0", "does not list the files")]
    [InlineData("2026-08/latest.json", "\"withdrawn\"", "\"unknown\"", "leads to a version, and none is published")]
    [InlineData("history.json", "\"state\": \"superseded\"", "\"state\": \"published\"", "one published version at the most")]
    [InlineData("history.json", "\"supersedes\": \"v1.0.0\"", "\"supersedes\": \"v0.9.0\"", "superseded is in the history")]
    [InlineData("history.json", "\"state\": \"withdrawn\"", "\"state\": \"published\"", "2026-08/v1.0.0/ is in the history, and its files are not there.")]
    [InlineData("history.json", "\"edition\": \"2026-09\"", "\"edition\": \"2026-07\"", "2026-09/v1.0.0 is there, and not in the history.")]
    public async Task What_leads_elsewhere_is_found(string file, string old, string other, string sentence)
    {
        await BuildAsync();
        var text = _folder.Read(Dataset + file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(old, other, StringComparison.Ordinal));
        Assert.Contains(Findings(), finding => finding.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("latest.json", "latest.json is not there.")]
    [InlineData("2026-08/latest.json", "2026-08/latest.json is not there.")]
    [InlineData("current/people/edition=2026-09/people.parquet", "current/people/edition=2026-09/people.parquet is not there.")]
    [InlineData("2026-10/v1.0.0/SHA256SUMS", "2026-10/v1.0.0/ is in the history, and its files are not there.")]
    public async Task What_is_lost_is_found(string file, string sentence)
    {
        await BuildAsync();
        File.Delete(PathOf(file));
        Assert.Contains(Findings(), finding => finding.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tree_that_still_has_the_version_before_or_what_was_withdrawn_is_found()
    {
        await BuildAsync();
        File.WriteAllText(PathOf("current/people/edition=2026-10/people.parquet"), "the version before");
        Directory.CreateDirectory(PathOf("current/people/edition=2026-08"));
        File.WriteAllText(PathOf("current/people/edition=2026-08/people.parquet"), "withdrawn");
        Assert.Equal(
            [
                "current/people/edition=2026-08/people.parquet is of no version that is published.",
                "current/people/edition=2026-10/people.parquet is not the file of the version that is published.",
            ],
            Findings().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_history_that_is_none_is_found()
    {
        await BuildAsync();
        File.WriteAllText(PathOf("history.json"), "[");
        var finding = Assert.Single(DatasetChecks.Run(_folder.Root, CancellationToken.None).Findings);
        Assert.Equal((PortalCodes.UnreadableFile, "data/agency/one"), (finding.Code, finding.Place));
    }

    private IEnumerable<string> Findings() => DatasetChecks.Run(_folder.Root, CancellationToken.None).Findings.Select(finding =>
    {
        Assert.Contains(finding.Code, new[] { PortalCodes.HistoryDiffers, PortalCodes.PointerDiffers });
        Assert.Equal("data/agency/one", finding.Place);
        return finding.Detail!;
    });

    private string PathOf(string file) => Path.Combine(_folder.Root, Dataset + file);

    private async Task BuildAsync()
    {
        _folder.Publish("agency", "one", "2026-08");
        _folder.Publish("agency", "one", "2026-09", day: 1);
        _folder.Publish("agency", "one", "2026-10", day: 2);
        _folder.Publish("agency", "one", "2026-10", "v1.0.1", day: 3, reason: "A district was counted twice.");
        _folder.Withdraw("agency", "one", "2026-08", "A mistake.", day: 4);
        await _folder.BuildAsync();
    }
}
