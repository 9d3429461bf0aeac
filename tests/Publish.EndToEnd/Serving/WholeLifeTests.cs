using System.Net;
using System.Text.Json;
using Publish.EndToEnd.Fixtures;
using Publish.Pipeline;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;

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
        await new Approval(ContextOf(estate)).ApproveAsync(SmallDataset.Edition("2026-11"), new Signature("B Colleague", "Looks right."), default);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, Data + "2026-11/latest.json"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, Data + "2026-11/v1.0.0/people.parquet"));

        await new Withdrawal(ContextOf(estate)).RunAsync(SmallDataset.Edition("2026-10"), new Signature("C Head", "A column was wrong."), default);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address, Data + "2026-10/v1.0.0/people.csv"));
        using var tombstone = JsonDocument.Parse(await Http.GetStringAsync(new Uri(address, Data + "2026-10/latest.json")));
        Assert.Equal("A column was wrong.", tombstone.RootElement.GetProperty("reason").GetString());

        Assert.StartsWith("WELL", (await RunAsync(estate, "status", "--all")).Output, StringComparison.Ordinal);
        Assert.Equal(0, await host.TerminateAsync());
        Assert.Contains("Stopped.", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Output, c => char.IsControl(c) && c != '\n');
        Assert.Empty(estate.TemporaryFiles());
    }

    private static OperationContext ContextOf(Estate estate) => new(
        estate.Private, estate.PlaceOf, new WorkerSettings { TemporaryFolder = Path.Combine(estate.Root, "decisions") }, TimeProvider.System, new Unwatched());

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
