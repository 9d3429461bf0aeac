using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Operations;

public sealed class RetentionTests
{
    [Theory]
    [InlineData("P30D", 30, false)]
    [InlineData("P30D", 31, true)]
    [InlineData("P0D", 0, true)]
    public async Task A_raw_upload_is_deleted_after_the_agreements_time_and_the_deletion_is_noted(string retention, int days, bool gone)
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy with { Retention = retention });
        await office.PutAsync(Office.Upload, Some.Csv);
        await office.OnUploadAsync();
        office.Time.Now += TimeSpan.FromDays(days);
        Assert.Equal(gone ? 1 : 0, await new Retention(office.Context()).RunAsync(default));

        Assert.Equal(!gone, office.PrivateFiles().ContainsKey(Office.Upload));
        Assert.Equal(gone, Assert.Single(await office.RecordsAsync()).RawDeletion is not null);
        Assert.Equal(gone ? [DecisionKind.Retention] : [], (await office.DecisionsAsync()).Select(d => d.Kind));
        Assert.Equal(0, await new Retention(office.Context()).RunAsync(default));
        Assert.Single(office.Receipts());
    }

    [Fact]
    public async Task What_is_not_settled_or_waits_is_kept()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy with { Retention = "P0D", Publication = "{approval: true}" });
        await office.PutAsync(Office.Upload, Some.Csv, "A Sender");
        await office.PutAsync("uploads/some-agency/some-things/2026-11/people.csv", Some.Csv);
        await office.OnUploadAsync();
        office.Time.Now += TimeSpan.FromDays(100);
        Assert.Equal(0, await new Retention(office.Context()).RunAsync(default));
    }

    [Fact]
    public async Task A_rejected_upload_that_no_agreement_speaks_of_is_deleted_after_thirty_days()
    {
        using var office = new Office();
        await office.PutAsync(Office.Upload, Some.Csv);
        await office.OnUploadAsync();
        office.Time.Now += TimeSpan.FromDays(30);
        Assert.Equal(0, await new Retention(office.Context()).RunAsync(default));
        office.Time.Now += TimeSpan.FromDays(1);
        Assert.Equal(1, await new Retention(office.Context()).RunAsync(default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deletion_that_died_at_any_call_is_finished_by_the_next(bool afterwards)
    {
        for (var call = 1; ; call++)
        {
            using var office = await new Office().WithPolicyAsync(Some.Policy);
            await office.PutAsync(Office.Upload, Some.Csv);
            await office.OnUploadAsync();
            office.Time.Now += TimeSpan.FromDays(31);
            var trouble = new Trouble(call, afterwards, deadly: true);
            try
            {
                await new Retention(office.Context(trouble)).RunAsync(default);
            }
            catch (PowerCutException)
            {
                await new Retention(office.Context()).RunAsync(default);
            }

            Assert.False(office.PrivateFiles().ContainsKey(Office.Upload));
            Assert.NotNull(Assert.Single(await office.RecordsAsync()).RawDeletion);
            if (!trouble.HasHappened)
            {
                break;
            }
        }
    }
}
