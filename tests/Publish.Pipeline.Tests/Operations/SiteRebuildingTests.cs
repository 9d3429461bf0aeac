using System.Collections.Concurrent;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Operations;

/// <summary>Pages show what was published when it is published, not when the timer comes round.</summary>
public sealed class SiteRebuildingTests
{
    private readonly ConcurrentQueue<string> _built = new();

    [Fact]
    public async Task An_approved_version_is_shown_at_once()
    {
        using var office = await SentAsync("{approval: true}");
        await new Approval(Building(office)).ApproveAsync(Office.Edition, new Signature("B Colleague", "Fine."), default);
        Assert.Equal(Audiences.Names, _built);
    }

    [Fact]
    public async Task A_rejected_version_changes_no_page()
    {
        using var office = await SentAsync("{approval: true}");
        await new Approval(Building(office)).RejectAsync(Office.Edition, new Signature("B Colleague", "No."), default);
        Assert.Empty(_built);
    }

    [Fact]
    public async Task A_version_whose_time_has_come_is_shown_at_once_and_nothing_is_built_before()
    {
        using var office = await SentAsync("{at: \"2027-01-01T00:00:00Z\"}");
        await new Scheduled(Building(office)).RunAsync(default);
        Assert.Empty(_built);
        office.Time.Now = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await new Scheduled(Building(office)).RunAsync(default);
        Assert.Equal(Audiences.Names, _built);
    }

    [Fact]
    public async Task What_a_sweep_settles_is_shown_at_once_and_a_sweep_that_finds_nothing_builds_nothing()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await new Sweep(Building(office)).RunAsync(default);
        await new Sweep(Building(office)).RunAsync(default);
        Assert.Equal(Audiences.Names, _built);
    }

    [Fact]
    public async Task A_site_that_cannot_be_built_keeps_no_version_from_being_published()
    {
        using var office = await SentAsync("{approval: true}");
        var log = new RecordingLog();
        var context = office.Context() with { Log = log, RebuildSite = (_, _) => throw new InvalidOperationException() };
        var record = await new Approval(context).ApproveAsync(Office.Edition, new Signature("B Colleague", "Fine."), default);
        Assert.Equal(UploadState.Published, record.State);
        Assert.Contains(log.Lines, line => line.Text.StartsWith("operation-failed operation=Approval ", StringComparison.Ordinal));
    }

    private static async Task<Office> SentAsync(string publication)
    {
        var office = await new Office().WithPolicyAsync(Some.Policy with { Publication = publication });
        await office.PutAsync(Office.Upload, Some.Csv, "A Sender");
        await office.OnUploadAsync();
        return office;
    }

    private OperationContext Building(Office office) => office.Context() with
    {
        RebuildSite = (audience, _) =>
        {
            _built.Enqueue(audience);
            return Task.CompletedTask;
        },
    };
}
