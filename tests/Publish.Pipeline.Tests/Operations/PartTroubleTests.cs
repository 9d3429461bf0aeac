using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;
using static Publish.Pipeline.Tests.Fixtures.PartOffice;

namespace Publish.Pipeline.Tests.Operations;

/// <summary>Parts that come late, change or meet another policy, and workers that die over them.</summary>
public sealed class PartTroubleTests
{
    [Fact]
    public async Task A_part_that_came_after_the_marker_rejects_the_folder()
    {
        using var office = await OpenAsync(2);
        await office.PutAsync(Marker, "");
        await Task.Delay(20);
        await office.PutAsync($"{Folder}/part-9.csv", Some.Csv);
        Assert.Equal(UploadState.Rejected, (await office.OnUploadAsync(Marker))!.State);
        var finding = Assert.Single(Assert.Single(office.Receipts()).Findings);
        Assert.Equal(("part-late", "part part-9.csv"), (finding.Code, Assert.Single(finding.First).Place));
        Assert.Empty(office.PublicFiles());
        office.AssertNothingLeft();
    }

    [Theory]
    [InlineData("part-9.csv")]
    [InlineData("part-0.csv")]
    public async Task A_part_that_comes_or_changes_after_the_folder_was_answered_has_a_rejection_of_its_own(string name)
    {
        using var office = await OpenAsync(2);
        await office.PutAsync(Marker, "");
        await office.OnUploadAsync(Marker);
        var published = office.PublicFiles();
        await office.PutAsync($"{Folder}/{name}", Some.Csv + "X,Norham,x,1.00,\n");
        await office.SweepAsync();
        await office.SweepAsync();
        Assert.Equal(["part-late"], office.Receipts().SelectMany(r => r.Findings).Select(f => f.Code));
        Assert.Equal(2, office.Receipts().Count);
        Assert.Equal(published, office.PublicFiles());
        office.AssertNothingLeft();
    }

    [Fact]
    public async Task A_part_that_is_changed_while_the_folder_is_worked_on_holds_it()
    {
        using var office = await OpenAsync(2);
        foreach (var part in office.Parts())
        {
            await office.OnUploadAsync(part);
        }

        await office.PutAsync(Marker, "");
        var watch = new WatchedPlace(office.Private)
        {
            BeforeOpening = name => name.EndsWith("classes.parquet", StringComparison.Ordinal)
                ? office.PutAsync($"{Folder}/part-0.csv", Some.Csv)
                : Task.CompletedTask,
        };
        var record = await new OnUpload(office.Context() with { Private = watch }).RunAsync(Marker, default);
        Assert.Equal(UploadState.Held, record!.State);
        Assert.Equal("upload-changed", Assert.Single(Assert.Single(office.Receipts()).Findings).Code);
        Assert.Empty(office.PublicFiles());
        office.AssertNothingLeft();
    }

    [Fact]
    public async Task A_policy_swapped_between_two_parts_is_followed_for_none_or_all()
    {
        using var office = await OpenAsync(2);
        await office.PutAsync("policies/some-agency/some-things.yaml", (Policy with { Respondent = "row" }).ToString());
        await office.OnUploadAsync($"{Folder}/part-0.csv");
        await office.PutAsync("policies/some-agency/some-things.yaml", Policy.ToString());
        await office.OnUploadAsync($"{Folder}/part-1.csv");
        await office.PutAsync(Marker, "");
        await office.OnUploadAsync(Marker);
        await office.AssertPublishedAsync();
    }

    [Fact]
    public async Task A_folder_whose_policy_refuses_it_has_one_receipt_and_its_parts_none()
    {
        using var office = new Office();
        await office.PutPartsAsync(PartFiles.Cut(Some.Csv, 2));
        await office.PutAsync(Marker, "");
        await office.SweepAsync();
        await office.SweepAsync();
        Assert.Equal("policy-not-found", Assert.Single(Assert.Single(office.Receipts()).Findings).Code);
        office.AssertNothingLeft();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Workers_that_die_at_any_call_leave_one_receipt_one_version_and_nothing_else(bool afterwards)
    {
        var random = new Random(afterwards ? 1 : 2);
        for (var round = 0; round < (Nightly.IsOn ? 60 : 6); round++)
        {
            using var office = await OpenAsync(2);
            await office.PutAsync(Marker, "");
            foreach (var name in office.Parts().Append(Marker))
            {
                try
                {
                    await office.OnUploadAsync(name, new Trouble(random.Next(1, 60), afterwards, deadly: true));
                }
                catch (IOException)
                {
                    // Its claim ends.
                    office.Time.Now += office.Settings.ClaimDuration;
                }
            }

            await office.SweepAsync();
            office.Time.Now += office.Settings.ClaimDuration;
            await office.SweepAsync();
            await office.AssertPublishedAsync();
        }
    }
}
