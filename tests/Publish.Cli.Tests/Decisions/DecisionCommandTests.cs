using System.Text;
using System.Text.Json;
using Publish.Cli.Installations;
using Publish.Pipeline;
using Publish.Pipeline.Operations;
using Publish.Portal;
using Publish.Storage;

namespace Publish.Cli.Tests.Decisions;

/// <summary>Decisions by people from the command line, the same for every kind of storage.</summary>
public abstract class DecisionCommandTests : IDisposable
{
    private const string Dataset = "things";
    private readonly Scratch _scratch = new();

    protected abstract string Storage { get; }

    protected string Agency { get; } = "agency-" + Guid.NewGuid().ToString("N")[..12];

    protected string Edition => $"{Agency}/{Dataset}/2026-10";

    public virtual void Dispose()
    {
        _scratch.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_version_is_approved_by_somebody_else_than_its_sender()
    {
        await SendAsync(PolicyOf("{approval: true}"));
        Assert.Equal("awaitingApproval", await StateAsync());
        var own = await DecideAsync(ExitCodes.Failed, "approve", "A Sender", "Fine.");
        Assert.Contains("[approval-of-own-upload]", own.Error, StringComparison.Ordinal);
        Assert.Null(await PublishedAsync());

        var session = await DecideAsync(ExitCodes.Done, "approve", "B Colleague", "It agrees with the register.");
        Assert.Contains("APPROVED", session.Output, StringComparison.Ordinal);
        Assert.Equal("published", await StateAsync());
        Assert.NotNull(await PublishedAsync());
        Assert.Contains("[nothing-to-decide]", (await DecideAsync(ExitCodes.Failed, "approve", "B Colleague", "Again.")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_rejected_and_its_receipt_has_the_reason()
    {
        await SendAsync(PolicyOf("{approval: true}"));
        await DecideAsync(ExitCodes.Done, "reject", "B Colleague", "October is not complete.");
        var session = new Session();
        Assert.Equal(ExitCodes.Rejected, await session.RunAsync("receipt", Edition, "--storage", Storage));
        Assert.Contains("October is not complete.", session.Output, StringComparison.Ordinal);
        Assert.Null(await PublishedAsync());
    }

    [Fact]
    public async Task A_withdrawn_edition_is_gone_from_the_files_and_from_the_pages()
    {
        await SendAsync(PolicyOf(null));
        var place = (await OpenAsync()).PlaceOf("public");
        await new SiteBuilder(place, new SiteSettings { Title = "Our own title" }).BuildAsync(default);
        Assert.Contains("v1.0.0/people.csv", await PageAsync(place), StringComparison.Ordinal);

        var session = await DecideAsync(ExitCodes.Done, "withdraw", "C Head", "A column was wrong.");
        Assert.Contains("WITHDRAWN", session.Output, StringComparison.Ordinal);
        Assert.Null(await PublishedAsync());
        var page = await PageAsync(place);
        Assert.DoesNotContain("v1.0.0/people.csv", page, StringComparison.Ordinal);
        Assert.Contains("A column was wrong.", page, StringComparison.Ordinal);
        Assert.Contains("Our own title", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_rejected_is_done_again_by_the_policy_as_it_is_now()
    {
        await SendAsync(PolicyOf(null).Replace("status: active", "status: draft", StringComparison.Ordinal));
        Assert.Equal("rejected", await StateAsync());
        await WriteAsync($"policies/{Agency}/{Dataset}.yaml", PolicyOf(null));
        await DecideAsync(ExitCodes.Done, "redo", "C Head", "The agreement is signed.");
        await WorkAsync();
        Assert.Equal("published", await StateAsync());
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    [InlineData("withdraw")]
    [InlineData("redo")]
    public async Task Without_an_upload_there_is_nothing_to_decide_and_without_a_reason_no_decision(string command)
    {
        Assert.Contains("[nothing-to-decide]", (await DecideAsync(ExitCodes.Failed, command, "C Head", "A reason.")).Error, StringComparison.Ordinal);
        Assert.Contains("[decision-name-and-reason]", (await DecideAsync(ExitCodes.Failed, command, "C Head", " ")).Error, StringComparison.Ordinal);
        var session = new Session();
        Assert.Equal(ExitCodes.Usage, await session.RunAsync(command, Edition, "--storage", Storage));
        Assert.Contains("--reason", session.Error, StringComparison.Ordinal);
    }

    protected string PolicyOf(string? publication) => $$"""
        policy: 1
        agency: {{Agency}}
        dataset: {{Dataset}}
        title: Things counted
        description: A dataset of a test.
        catalogue:
          licence: OGL-UK-3.0
          contactPoint: { contactName: Data team, email: data@some.example }
          creator: Some
        agreement:
          id: S-1
          name: Some
          status: active
          purpose: to test
          lawfulBasis: 6(1)(e)
          controllers: [Some]
          recipients: [public]
          discloses: { district: counted }
          retention: P30D
          dpia: { reference: S-2, date: 2026-01-01, outcome: approved }
          starts: 2026-01-01
        file: { format: csv }
        respondent: row
        columns:
          district: { type: text, role: key, required: true }
        {{(publication is null ? "" : "publication: " + publication)}}
        releases:
          - { name: people, kind: table, audience: public, by: { district: [district, all] }, threshold: 3 }

        """;

    protected async Task SendAsync(string policy)
    {
        await WriteAsync($"policies/{Agency}/{Dataset}.yaml", policy);
        var file = _scratch.Write("people.csv", "district\n" + string.Concat(Enumerable.Repeat("Norham\nSutton\n", 8)));
        Assert.Equal(ExitCodes.Done, await new Session().RunAsync(
            "upload", file, "--agency", Agency, "--dataset", Dataset, "--edition", "2026-10", "--by", "A Sender", "--storage", Storage));
        await WorkAsync();
    }

    protected async Task<string> StateAsync()
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync("status", $"{Agency}/{Dataset}", "--storage", Storage, "--json"));
        using var json = JsonDocument.Parse(session.Output);
        return json.RootElement.GetProperty("uploads")[0].GetProperty("state").GetString()!;
    }

    private protected async Task<Session> DecideAsync(int code, string command, string by, string reason)
    {
        var session = new Session();
        Assert.Equal((code, ""), (await session.RunAsync(command, Edition, "--by", by, "--reason", reason, "--storage", Storage), code == ExitCodes.Done ? session.Error : ""));
        return session;
    }

    private protected Task<Installation> OpenAsync() => Installation.OpenAsync(StorageAddress.Parse(Storage)!, _ => null, default);

    private protected async Task WorkAsync(string file = "people.csv") => Assert.NotNull(await new OnUpload(
        (await OpenAsync()).ContextOf(TimeProvider.System, new Unwatched())).RunAsync($"uploads/{Edition}/{file}", default));

    private async Task<byte[]?> PublishedAsync() =>
        await (await OpenAsync()).PlaceOf("public").ReadAsync(new BlobName($"data/{Edition}/v1.0.0/people.csv"), default);

    private async Task WriteAsync(string name, string content) =>
        Assert.True(await (await OpenAsync()).Private.TryWriteAsync(new BlobName(name), Encoding.UTF8.GetBytes(content), BlobWrite.Any, default));

    private async Task<string> PageAsync(IPublicPlace place) =>
        Encoding.UTF8.GetString((await place.ReadAsync(new BlobName($"datasets/{Agency}/{Dataset}/index.html"), default))!);
}
