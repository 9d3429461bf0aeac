using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Operations;

/// <summary>Folders of parts in storage: read by whichever worker their events reach, and answered by one receipt.</summary>
public sealed class PartTests
{
    private const string Folder = "uploads/some-agency/some-things/2026-10/people";
    private const string Marker = Folder + "/_SUCCESS";
    private static readonly PolicyText Policy = Some.Policy with { Respondent = "id" };

    [Fact]
    public async Task A_folder_whose_parts_were_read_before_it_was_closed_gives_what_the_file_of_all_rows_gives()
    {
        using var office = await OfficeAsync(3);
        foreach (var part in Parts(office))
        {
            Assert.Equal(UploadState.Grouped, (await office.OnUploadAsync(part))!.State);
        }

        Assert.Empty(office.Receipts());
        await office.PutAsync(Marker, "", "A Sender");
        var record = await office.OnUploadAsync(Marker);

        Assert.Equal((UploadState.Published, "A Sender"), (record!.State, record.Uploader));
        Assert.Equal("CSV, UTF-8, in 3 parts", Assert.Single(office.Receipts()).Upload!.Format);
        await AssertPublishedAsync(office);
    }

    [Fact]
    public async Task The_closing_run_takes_the_partial_tables_and_reads_no_part_again()
    {
        using var office = await OfficeAsync(3);
        foreach (var part in Parts(office))
        {
            await office.OnUploadAsync(part);
        }

        await office.PutAsync(Marker, "");
        var watch = new WatchedPlace(office.Private);
        await new OnUpload(office.Context() with { Private = watch }).RunAsync(Marker, default);
        Assert.DoesNotContain(watch.Opened, name => name.StartsWith(Folder + "/part", StringComparison.Ordinal));
        await AssertPublishedAsync(office);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parts_that_no_event_announced_are_read_by_the_closing_run(bool sweep)
    {
        using var office = await OfficeAsync(3);
        await office.PutAsync(Marker, "");
        if (sweep)
        {
            await office.SweepAsync();
        }
        else
        {
            await office.OnUploadAsync(Marker);
        }

        await AssertPublishedAsync(office);
        Assert.Equal(4, (await office.RecordsAsync()).Count);
    }

    [Fact]
    public async Task Workers_that_all_events_reach_at_once_make_one_version_and_one_receipt()
    {
        using var office = await OfficeAsync(4);
        await office.PutAsync(Marker, "");
        var names = Enumerable.Range(0, 4).SelectMany(_ => Parts(office).Append(Marker)).ToArray();
        await Task.WhenAll(names.Select(name => Task.Run(() => office.OnUploadAsync(name))));
        await AssertPublishedAsync(office);
    }

    [Fact]
    public async Task Records_are_published_from_parts()
    {
        using var whole = await new Office().WithPolicyAsync(Some.RecordsPolicy);
        await whole.PutAsync(Office.Upload, Some.RecordsCsv());
        await whole.OnUploadAsync();

        using var office = await new Office().WithPolicyAsync(Some.RecordsPolicy);
        await PutPartsAsync(office, PartFiles.Cut(Some.RecordsCsv(), 3));
        await office.PutAsync(Marker, "");
        Assert.Equal(UploadState.Published, (await office.OnUploadAsync(Marker))!.State);
        Assert.Equal(whole.PublicFiles(), office.PublicFiles());
    }

    [Fact]
    public async Task A_fault_of_the_program_in_a_part_tells_its_type_and_no_text_to_whoever_runs_the_functions()
    {
        using var office = await OfficeAsync(2);
        var part = Parts(office).First();
        var faulty = new WatchedPlace(office.Private)
        {
            BeforeOpening = name => name == part ? throw new KeyNotFoundException("The given key 'Jane Doe' was not present in the dictionary.") : Task.CompletedTask,
        };

        var error = await Assert.ThrowsAsync<CodedException>(() => new OnUpload(office.Context() with { Private = faulty }).RunAsync(part, default));

        Assert.Equal("internal-error", Assert.Single(error.Findings).Code.Id);
        Assert.Contains("KeyNotFoundException", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_was_changed_after_it_was_read_is_read_again()
    {
        using var office = await OfficeAsync(2);
        var cut = PartFiles.Cut(Some.Csv, 2);
        await office.PutAsync($"{Folder}/part-1.csv", "id,district,sex,pay,note\nX,Norham,x,1.00,\n");
        await office.OnUploadAsync($"{Folder}/part-1.csv");
        await office.PutAsync($"{Folder}/part-1.csv", cut["part-1.csv"]);
        await office.PutAsync(Marker, "");
        await office.OnUploadAsync(Marker);
        await AssertPublishedAsync(office);
    }

    [Fact]
    public async Task A_part_that_came_after_the_marker_rejects_the_folder()
    {
        using var office = await OfficeAsync(2);
        await office.PutAsync(Marker, "");
        await Task.Delay(20);
        await office.PutAsync($"{Folder}/part-9.csv", Some.Csv);
        Assert.Equal(UploadState.Rejected, (await office.OnUploadAsync(Marker))!.State);
        var finding = Assert.Single(Assert.Single(office.Receipts()).Findings);
        Assert.Equal(("part-late", "part part-9.csv"), (finding.Code, Assert.Single(finding.First).Place));
        Assert.Empty(office.PublicFiles());
        AssertNothingLeft(office);
    }

    [Theory]
    [InlineData("part-9.csv")]
    [InlineData("part-0.csv")]
    public async Task A_part_that_comes_or_changes_after_the_folder_was_answered_has_a_rejection_of_its_own(string name)
    {
        using var office = await OfficeAsync(2);
        await office.PutAsync(Marker, "");
        await office.OnUploadAsync(Marker);
        var published = office.PublicFiles();
        await office.PutAsync($"{Folder}/{name}", Some.Csv + "X,Norham,x,1.00,\n");
        await office.SweepAsync();
        await office.SweepAsync();
        Assert.Equal(["part-late"], office.Receipts().SelectMany(r => r.Findings).Select(f => f.Code));
        Assert.Equal(2, office.Receipts().Count);
        Assert.Equal(published, office.PublicFiles());
        AssertNothingLeft(office);
    }

    [Fact]
    public async Task A_part_that_is_changed_while_the_folder_is_worked_on_holds_it()
    {
        using var office = await OfficeAsync(2);
        foreach (var part in Parts(office))
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
        AssertNothingLeft(office);
    }

    [Fact]
    public async Task A_policy_swapped_between_two_parts_is_followed_for_none_or_all()
    {
        using var office = await OfficeAsync(2);
        await office.PutAsync("policies/some-agency/some-things.yaml", (Policy with { Respondent = "row" }).ToString());
        await office.OnUploadAsync($"{Folder}/part-0.csv");
        await office.PutAsync("policies/some-agency/some-things.yaml", Policy.ToString());
        await office.OnUploadAsync($"{Folder}/part-1.csv");
        await office.PutAsync(Marker, "");
        await office.OnUploadAsync(Marker);
        await AssertPublishedAsync(office);
    }

    [Fact]
    public async Task A_folder_whose_policy_refuses_it_has_one_receipt_and_its_parts_none()
    {
        using var office = new Office();
        await PutPartsAsync(office, PartFiles.Cut(Some.Csv, 2));
        await office.PutAsync(Marker, "");
        await office.SweepAsync();
        await office.SweepAsync();
        Assert.Equal("policy-not-found", Assert.Single(Assert.Single(office.Receipts()).Findings).Code);
        AssertNothingLeft(office);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Workers_that_die_at_any_call_leave_one_receipt_one_version_and_nothing_else(bool afterwards)
    {
        var random = new Random(afterwards ? 1 : 2);
        for (var round = 0; round < (Publish.Tests.Nightly.IsOn ? 60 : 6); round++)
        {
            using var office = await OfficeAsync(2);
            await office.PutAsync(Marker, "");
            foreach (var name in Parts(office).Append(Marker))
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
            await AssertPublishedAsync(office);
        }
    }

    [Fact]
    public async Task A_folder_that_was_rejected_can_be_done_again()
    {
        using var office = await OfficeAsync(2);
        await office.PutAsync("policies/some-agency/some-things.yaml", (Policy with { Status = "draft" }).ToString());
        await office.PutAsync(Marker, "");
        Assert.Equal(UploadState.Rejected, (await office.OnUploadAsync(Marker))!.State);
        await office.PutAsync("policies/some-agency/some-things.yaml", Policy.ToString());
        await new Redo(office.Context()).RunAsync(Office.Edition, new Signature("A Person", "The agreement is active."), default);
        await office.SweepAsync();
        Assert.Equal(2, office.Receipts().Count);
        Assert.NotEmpty(office.PublicFiles());
        AssertNothingLeft(office);
    }

    [Fact]
    public async Task Parts_are_deleted_with_their_folder_and_those_of_a_folder_that_was_never_closed_after_thirty_days()
    {
        using var office = await OfficeAsync(2);
        await office.PutAsync(Marker, "");
        await office.PutAsync("uploads/some-agency/some-things/2026-11/people/part-0.csv", Some.Csv);
        await office.SweepAsync();
        office.Time.Now += TimeSpan.FromDays(31);
        Assert.Equal(2, await new Retention(office.Context()).RunAsync(default));
        Assert.DoesNotContain(office.PrivateFiles().Keys, name => name.StartsWith("uploads", StringComparison.Ordinal));
        await office.SweepAsync();
        AssertNothingLeft(office);
    }

    [Fact]
    public async Task Parts_are_kept_as_long_as_their_folder()
    {
        using var office = await new Office().WithPolicyAsync(Policy with { Retention = "P90D" });
        await PutPartsAsync(office, PartFiles.Cut(Some.Csv, 2));
        await office.PutAsync(Marker, "");
        await office.SweepAsync();
        office.Time.Now += TimeSpan.FromDays(60);
        Assert.Equal(0, await new Retention(office.Context()).RunAsync(default));
        Assert.Equal(3, office.PrivateFiles().Keys.Count(name => name.StartsWith("uploads", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_dead_worker_left_of_a_folder_that_is_answered_is_swept_away()
    {
        using var office = await OfficeAsync(2);
        await office.PutAsync(Marker, "");
        await office.OnUploadAsync(Marker);
        await office.PutAsync("staging/parts/some-agency/some-things/2026-10/people/0123/attempt/classes.parquet", "left");
        await office.SweepAsync();
        AssertNothingLeft(office);
    }

    private static async Task<Office> OfficeAsync(int parts)
    {
        var office = await new Office().WithPolicyAsync(Policy);
        await PutPartsAsync(office, PartFiles.Cut(Some.Csv, parts));
        return office;
    }

    private static async Task PutPartsAsync(Office office, IReadOnlyDictionary<string, string> parts)
    {
        foreach (var (name, text) in parts)
        {
            await office.PutAsync($"{Folder}/{name}", text);
        }
    }

    private static string[] Parts(Office office) =>
        [.. office.PrivateFiles().Keys.Where(name => name.StartsWith(Folder + "/part", StringComparison.Ordinal))];

    private static async Task AssertPublishedAsync(Office office)
    {
        using var whole = await new Office().WithPolicyAsync(Policy);
        await whole.PutAsync(Office.Upload, Some.Csv);
        await whole.OnUploadAsync();

        // The same but for the history, which tells the times.
        string[] timed = ["history.json", "latest.json"];
        Assert.Equal(Verdict.Accepted, Assert.Single(office.Receipts()).Verdict);
        Assert.Equal(
            whole.PublicFiles().Where(file => !timed.Contains(Path.GetFileName(file.Key))),
            office.PublicFiles().Where(file => !timed.Contains(Path.GetFileName(file.Key))));
        AssertNothingLeft(office);
    }

    private static void AssertNothingLeft(Office office)
    {
        Assert.DoesNotContain(office.PrivateFiles().Keys, name => name.StartsWith("ledger/open", StringComparison.Ordinal) || name.StartsWith("staging", StringComparison.Ordinal));
        Assert.Empty(office.TemporaryFiles());
    }
}
