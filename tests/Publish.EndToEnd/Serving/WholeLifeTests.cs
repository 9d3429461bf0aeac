using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Publish.EndToEnd.Fixtures;
using Publish.Pipeline.Ledger;

namespace Publish.EndToEnd.Serving;

/// <summary>What people and machines see of an installation while a host works on it.</summary>
[Collection(nameof(ProcessTests))]
public sealed class WholeLifeTests
{
    private const string Data = $"data/{PolicyText.Agency}/{PolicyText.Dataset}/";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("folder")]
    [InlineData("azurite")]
    public async Task An_upload_is_published_and_shown_another_awaits_approval_and_the_first_is_withdrawn(string kind)
    {
        await using var estate = await Estate.OpenAsync(kind);
        var (host, address) = await estate.ServeAsync();
        using var _ = host;
        var file = Path.Combine(estate.Root, "people.csv");
        await File.WriteAllTextAsync(file, SmallDataset.Csv(500, 1));
        var (code, sent) = await RunAsync(
            estate, "upload", file, "--agency", PolicyText.Agency, "--dataset", PolicyText.Dataset, "--edition", "2026-10", "--by", "A Sender");
        Assert.Equal(0, code);
        Assert.Contains("Sent: uploads/reference/data/2026-10/people.csv", sent, StringComparison.Ordinal);
        await estate.SettledAsync(1, () => host.Output);
        var (verdict, receipt) = await RunAsync(estate, "receipt", "reference/data/2026-10");
        Assert.Equal(0, verdict);
        Assert.StartsWith("ACCEPTED", receipt, StringComparison.Ordinal);
        await ShowsAsync(new Uri(address, "sitemap.xml"), "/reference/data/");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, Data + "2026-10/v1.0.0/people.csv"));

        await estate.InstallAsync(SmallDataset.Policy("publication: { approval: true }\n"));
        await estate.SendAsync("2026-11", 500, 2, "A Sender");
        await estate.SettledAsync(2, () => host.Output);
        Assert.Equal(UploadState.AwaitingApproval, (await estate.RecordsAsync()).Single(record => record.Edition == "2026-11").State);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address, Data + "2026-11/latest.json"));
        var (own, refusal) = await RunAsync(estate, "approve", "reference/data/2026-11", "--by", "A Sender", "--reason", "Mine.");
        Assert.NotEqual(0, own);
        Assert.Contains("approval-of-own-upload", refusal, StringComparison.Ordinal);
        var (approved, approval) = await RunAsync(estate, "approve", "reference/data/2026-11", "--by", "B Colleague", "--reason", "Looks right.");
        Assert.True(approved == 0, approval);
        Assert.StartsWith("APPROVED", approval, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, Data + "2026-11/latest.json"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, Data + "2026-11/v1.0.0/people.parquet"));

        // The page knows it when the command has ended, whoever publishes.
        Assert.Contains("2026-11", await Http.GetStringAsync(await PageAsync(address)), StringComparison.Ordinal);

        var (withdrawn, withdrawal) = await RunAsync(estate, "withdraw", "reference/data/2026-10", "--by", "C Head", "--reason", "A column was wrong.");
        Assert.True(withdrawn == 0, withdrawal);
        Assert.StartsWith("WITHDRAWN", withdrawal, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address, Data + "2026-10/v1.0.0/people.csv"));
        using var tombstone = JsonDocument.Parse(await Http.GetStringAsync(new Uri(address, Data + "2026-10/latest.json")));
        Assert.Equal("A column was wrong.", tombstone.RootElement.GetProperty("reason").GetString());

        Assert.StartsWith("WELL", (await RunAsync(estate, "status", "--all")).Output, StringComparison.Ordinal);
        Assert.Equal(0, await host.TerminateAsync());
        Assert.Contains("Stopped.", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Output, c => char.IsControl(c) && c != '\n');
        Assert.Empty(estate.TemporaryFiles());
    }

    private static async Task<(int Code, string Output)> RunAsync(Estate estate, params string[] arguments)
    {
        using var process = estate.Start([.. arguments, "--storage", estate.Storage]);
        var code = await process.EndAsync();
        return (code, process.Output);
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri address, string path)
    {
        using var answer = await Http.GetAsync(new Uri(address, path));
        return answer.StatusCode;
    }

    private static async Task<Uri> PageAsync(Uri address)
    {
        var sitemap = XDocument.Parse(await Http.GetStringAsync(new Uri(address, "sitemap.xml")));
        return sitemap.Descendants().Select(each => each.Value).Where(page => page.EndsWith("/reference/data/", StringComparison.Ordinal)).Select(page => new Uri(page)).First();
    }

    private static async Task ShowsAsync(Uri page, string text)
    {
        var until = DateTime.UtcNow + Patience;
        while (!(await Http.GetStringAsync(page)).Contains(text, StringComparison.Ordinal))
        {
            Assert.True(DateTime.UtcNow < until, $"The site does not show {text}.");
            await Task.Delay(100);
        }
    }
}
