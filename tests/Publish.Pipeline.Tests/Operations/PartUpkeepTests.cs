using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;
using static Publish.Pipeline.Tests.Fixtures.PartOffice;

namespace Publish.Pipeline.Tests.Operations;

/// <summary>Folders of parts after they are answered: done again, kept, deleted and swept.</summary>
public sealed class PartUpkeepTests
{
    [Fact]
    public async Task A_folder_that_was_rejected_can_be_done_again()
    {
        using var office = await OpenAsync(2);
        await office.PutAsync("policies/some-agency/some-things.yaml", (Policy with { Status = "draft" }).ToString());
        await office.PutAsync(Marker, "");
        Assert.Equal(UploadState.Rejected, (await office.OnUploadAsync(Marker))!.State);
        await office.PutAsync("policies/some-agency/some-things.yaml", Policy.ToString());
        await new Redo(office.Context()).RunAsync(Office.Edition, new Signature("A Person", "The agreement is active."), default);
        await office.SweepAsync();
        Assert.Equal(2, office.Receipts().Count);
        Assert.NotEmpty(office.PublicFiles());
        office.AssertNothingLeft();
    }

    [Fact]
    public async Task Parts_are_deleted_with_their_folder_and_those_of_a_folder_that_was_never_closed_after_thirty_days()
    {
        using var office = await OpenAsync(2);
        await office.PutAsync(Marker, "");
        await office.PutAsync("uploads/some-agency/some-things/2026-11/people/part-0.csv", Some.Csv);
        await office.SweepAsync();
        office.Time.Now += TimeSpan.FromDays(31);
        Assert.Equal(2, await new Retention(office.Context()).RunAsync(default));
        Assert.DoesNotContain(office.PrivateFiles().Keys, name => name.StartsWith("uploads", StringComparison.Ordinal));
        await office.SweepAsync();
        office.AssertNothingLeft();
    }

    [Fact]
    public async Task Parts_are_kept_as_long_as_their_folder()
    {
        using var office = await new Office().WithPolicyAsync(Policy with { Retention = "P90D" });
        await office.PutPartsAsync(PartFiles.Cut(Some.Csv, 2));
        await office.PutAsync(Marker, "");
        await office.SweepAsync();
        office.Time.Now += TimeSpan.FromDays(60);
        Assert.Equal(0, await new Retention(office.Context()).RunAsync(default));
        Assert.Equal(3, office.PrivateFiles().Keys.Count(name => name.StartsWith("uploads", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_dead_worker_left_of_a_folder_that_is_answered_is_swept_away()
    {
        using var office = await OpenAsync(2);
        await office.PutAsync(Marker, "");
        await office.OnUploadAsync(Marker);
        await office.PutAsync("staging/parts/some-agency/some-things/2026-10/people/0123/attempt/classes.parquet", "left");
        await office.SweepAsync();
        office.AssertNothingLeft();
    }
}
