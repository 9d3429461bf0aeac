using Microsoft.Extensions.Logging;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Telemetry;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Storage;

namespace Publish.Pipeline.Tests.Operations;

/// <summary>The lines that operations log: what alerts search for, in numbers.</summary>
public sealed class TelemetryTests
{
    private readonly RecordingLog _log = new();

    [Fact]
    public async Task Each_stage_has_a_line_with_its_numbers_and_the_upload_has_one_at_its_end()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await new OnUpload(Context(office)).RunAsync(Office.Upload, default);

        Assert.Equal(
            [.. Enum.GetValues<Stage>().Select(_ => TelemetryEvents.StageEnded), TelemetryEvents.UploadEnded],
            _log.Lines.Select(line => line.Event));
        var stages = _log.Lines.ToLookup(line => line.Fields.GetValueOrDefault("stage"), line => line.Fields);
        Assert.Equal((64L, 8L), (stages["Validation"].Single()["rows"], stages["Validation"].Single()["classes"]));
        Assert.InRange((long)stages["Protection"].Single()["suppressed-cells"]!, 4, 8);
        Assert.True((long)stages["Audit"].Single()["attacks"]! > 0);
        Assert.All(_log.Lines, line => Assert.StartsWith(line.Event + " ", line.Text, StringComparison.Ordinal));
        var end = _log.Lines[^1];
        Assert.StartsWith("upload-ended state=Published verdict=Accepted agency=some-agency dataset=some-things edition=2026-10 upload=", end.Text, StringComparison.Ordinal);
        Assert.Equal(LogLevel.Information, end.Level);
    }

    [Fact]
    public async Task The_stage_that_stops_an_upload_says_so_with_codes_and_nothing_of_the_file()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv + "P999,Nowhereland,x,notmoney,\n");
        await new OnUpload(Context(office)).RunAsync(Office.Upload, default);

        var stop = Assert.Single(_log.Lines, line => line.Event == TelemetryEvents.StageStopped);
        Assert.Equal(("Validation", "Rejected"), (stop.Fields["stage"], stop.Fields["verdict"]));
        Assert.NotEmpty((string)stop.Fields["codes"]!);
        Assert.StartsWith("upload-ended state=Rejected ", _log.Lines[^1].Text, StringComparison.Ordinal);
        AssertNothingOf("P999", "Nowhereland", "notmoney", "people.csv");
    }

    // The uploader chooses it, and can put anything into it.
    [Fact]
    public async Task A_name_that_is_none_is_in_no_line()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await new OnUpload(Context(office)).RunAsync("uploads/Mrs Featherstonehaugh\nupload-poisoned/x/2026/f", default);
        Assert.StartsWith("upload-ended state=Rejected verdict=Rejected upload=", Assert.Single(_log.Lines).Text, StringComparison.Ordinal);
        AssertNothingOf("Featherstonehaugh", "\n", "poisoned");
    }

    [Fact]
    public async Task A_poisoned_upload_has_a_line_of_its_own_after_one_for_each_attempt()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        var failing = Context(office) with { PlaceOf = _ => throw new StorageException(StorageCodes.Unavailable, 503) };
        for (var attempt = 0; attempt < office.Settings.MaximumAttempts; attempt++)
        {
            await Assert.ThrowsAsync<StorageException>(() => new OnUpload(failing).RunAsync(Office.Upload, default));
        }

        await new OnUpload(failing).RunAsync(Office.Upload, default);
        Assert.Equal(5, _log.Lines.Count(line => line.Event == TelemetryEvents.AttemptFailed && (string)line.Fields["error"]! == typeof(StorageException).FullName));
        Assert.Single(_log.Lines, line => line.Event == TelemetryEvents.UploadPoisoned && line.Level == LogLevel.Error);
        Assert.Contains("state=Poisoned", _log.Lines[^2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_has_a_line_without_the_name_or_the_reason()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy with { Publication = "{approval: true}" });
        await office.PutAsync(Office.Upload, Some.Csv, "A Sender");
        await new OnUpload(Context(office)).RunAsync(Office.Upload, default);
        await new Approval(Context(office)).ApproveAsync(Office.Edition, new Signature("B Colleague", "Looks right."), default);
        Assert.Single(_log.Lines, line => line.Text.StartsWith("decision-taken kind=Approve agency=some-agency ", StringComparison.Ordinal));
        Assert.Equal(
            [UploadState.AwaitingApproval.ToString(), UploadState.Published.ToString()],
            _log.Lines.Where(line => line.Event == TelemetryEvents.UploadEnded).Select(line => line.Fields["state"]));
        AssertNothingOf("Colleague", "Looks", "A Sender");
    }

    [Fact]
    public async Task Each_timer_says_what_it_did()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await new Sweep(Context(office)).RunAsync(default);
        await new Scheduled(Context(office)).RunAsync(default);
        await new Retention(Context(office)).RunAsync(default);
        var lines = _log.Lines.Where(line => line.Event == TelemetryEvents.OperationEnded).Select(line => line.Fields).ToArray();
        Assert.Equal(["Sweep", "Scheduled", "Retention"], lines.Select(line => line["operation"]));
        Assert.Equal((1L, 0L), (lines[0]["settled"], lines[0]["failed"]));
    }

    [Fact]
    public async Task A_log_that_fails_changes_nothing()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        _log.Fault = new InvalidOperationException();
        Assert.Equal(UploadState.Published, (await new OnUpload(Context(office)).RunAsync(Office.Upload, default))!.State);
    }

    private OperationContext Context(Office office) => office.Context() with { Log = _log };

    private void AssertNothingOf(params string[] texts) => Assert.All(
        _log.Lines,
        line => Assert.All(texts, text => Assert.DoesNotContain(text, line.Text, StringComparison.Ordinal)));
}
