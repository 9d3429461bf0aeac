using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Operations;

public sealed class HealthSurveyTests
{
    [Fact]
    public async Task An_installation_where_all_is_done_needs_nobody()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await office.OnUploadAsync();
        var health = await SurveyAsync(office);
        Assert.False(health.NeedsAttention);
        Assert.Equal([(UploadState.Published, 1)], health.Uploads.Select(state => (state.Key, state.Value)));
        Assert.Equal((0, 0, 1, 1), (health.Unmet, health.Abandoned, health.RawKept, health.Datasets));
        Assert.Null(health.LongestWait);
    }

    [Fact]
    public async Task A_worker_that_went_silent_is_counted_when_its_claim_has_ended()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Office.Upload, Some.Csv);
        await Assert.ThrowsAsync<PowerCutException>(() => office.OnUploadAsync(trouble: new Trouble(12, afterwards: false, deadly: true)));
        Assert.Equal(0, (await SurveyAsync(office)).Abandoned);
        office.Time.Now += TimeSpan.FromMinutes(6);
        var health = await SurveyAsync(office);
        Assert.Equal((1, true, TimeSpan.FromMinutes(6)), (health.Abandoned, health.NeedsAttention, health.LongestWait));
    }

    [Fact]
    public async Task A_time_that_passed_and_a_raw_file_kept_too_long_need_attention()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy with { Publication = "{at: \"2027-01-01T00:00:00Z\"}" });
        await office.PutAsync(Office.Upload, Some.Csv);
        await office.OnUploadAsync();
        Assert.False((await SurveyAsync(office)).NeedsAttention);
        office.Time.Now = new DateTimeOffset(2027, 1, 1, 0, 6, 0, TimeSpan.Zero);
        var health = await SurveyAsync(office);
        Assert.Equal((1, 1, true), (health.Overdue, health.RawOverdue, health.NeedsAttention));
    }

    [Fact]
    public async Task A_folder_of_parts_is_one_upload_once_it_is_closed_and_none_before()
    {
        const string Folder = "uploads/some-agency/some-things/2026-10/people/";
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        await office.PutAsync(Folder + "part-0.csv", Some.Csv);
        await office.PutAsync(Folder + "part-1.csv", Some.Csv);
        await office.OnUploadAsync(Folder + "part-0.csv");
        var open = await SurveyAsync(office);
        Assert.Equal((0, 0, 1, 2, 0), (open.Uploads.Values.Sum(), open.Unmet, open.OpenFolders, open.RawKept, open.Datasets));
        Assert.Null(open.LongestWait);

        await office.PutAsync(Folder + "_SUCCESS", "");
        var closed = await SurveyAsync(office);
        Assert.Equal((0, 1, 0), (closed.Uploads.Values.Sum(), closed.Unmet, closed.OpenFolders));
        await office.SweepAsync();
        var done = await SurveyAsync(office);
        Assert.Equal([(UploadState.Published, 1)], done.Uploads.Select(state => (state.Key, state.Value)));
        Assert.Equal((0, 0, 3, 1), (done.Unmet, done.OpenFolders, done.RawKept, done.Datasets));
    }

    private static Task<Health> SurveyAsync(Office office) => new HealthSurvey(office.Private, office.Time).RunAsync(default);
}
