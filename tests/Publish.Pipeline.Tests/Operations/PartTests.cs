using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;
using static Publish.Pipeline.Tests.Fixtures.PartOffice;

namespace Publish.Pipeline.Tests.Operations;

/// <summary>Folders of parts in storage: read by whichever worker their events reach, and answered by one receipt.</summary>
public sealed class PartTests
{
    [Fact]
    public async Task A_folder_whose_parts_were_read_before_it_was_closed_gives_what_the_file_of_all_rows_gives()
    {
        using var office = await OpenAsync(3);
        foreach (var part in office.Parts())
        {
            Assert.Equal(UploadState.Grouped, (await office.OnUploadAsync(part))!.State);
        }

        Assert.Empty(office.Receipts());
        await office.PutAsync(Marker, "", "A Sender");
        var record = await office.OnUploadAsync(Marker);

        Assert.Equal((UploadState.Published, "A Sender"), (record!.State, record.Uploader));
        Assert.Equal("CSV, UTF-8, in 3 parts", Assert.Single(office.Receipts()).Upload!.Format);
        await office.AssertPublishedAsync();
    }

    [Fact]
    public async Task The_closing_run_takes_the_partial_tables_and_reads_no_part_again()
    {
        using var office = await OpenAsync(3);
        foreach (var part in office.Parts())
        {
            await office.OnUploadAsync(part);
        }

        await office.PutAsync(Marker, "");
        var watch = new WatchedPlace(office.Private);
        await new OnUpload(office.Context() with { Private = watch }).RunAsync(Marker, default);
        Assert.DoesNotContain(watch.Opened, name => name.StartsWith(Folder + "/part", StringComparison.Ordinal));
        await office.AssertPublishedAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parts_that_no_event_announced_are_read_by_the_closing_run(bool sweep)
    {
        using var office = await OpenAsync(3);
        await office.PutAsync(Marker, "");
        if (sweep)
        {
            await office.SweepAsync();
        }
        else
        {
            await office.OnUploadAsync(Marker);
        }

        await office.AssertPublishedAsync();
        Assert.Equal(4, (await office.RecordsAsync()).Count);
    }

    [Fact]
    public async Task Workers_that_all_events_reach_at_once_make_one_version_and_one_receipt()
    {
        using var office = await OpenAsync(4);
        await office.PutAsync(Marker, "");
        var names = Enumerable.Range(0, 4).SelectMany(_ => office.Parts().Append(Marker)).ToArray();
        await Task.WhenAll(names.Select(name => Task.Run(() => office.OnUploadAsync(name))));

        // A worker that came late may mark as open what another has just settled: the sweep puts that away.
        await office.SweepAsync();
        await office.AssertPublishedAsync();
    }

    [Fact]
    public async Task Records_are_published_from_parts()
    {
        using var whole = await new Office().WithPolicyAsync(Some.RecordsPolicy);
        await whole.PutAsync(Office.Upload, Some.RecordsCsv());
        await whole.OnUploadAsync();

        using var office = await new Office().WithPolicyAsync(Some.RecordsPolicy);
        await office.PutPartsAsync(PartFiles.Cut(Some.RecordsCsv(), 3));
        await office.PutAsync(Marker, "");
        Assert.Equal(UploadState.Published, (await office.OnUploadAsync(Marker))!.State);
        Assert.Equal(whole.PublicFiles(), office.PublicFiles());
    }

    [Fact]
    public async Task A_fault_of_the_program_in_a_part_tells_its_type_and_no_text_to_whoever_runs_the_functions()
    {
        using var office = await OpenAsync(2);
        var part = office.Parts().First();
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
        using var office = await OpenAsync(2);
        var cut = PartFiles.Cut(Some.Csv, 2);
        await office.PutAsync($"{Folder}/part-1.csv", "id,district,sex,pay,note\nX,Norham,x,1.00,\n");
        await office.OnUploadAsync($"{Folder}/part-1.csv");
        await office.PutAsync($"{Folder}/part-1.csv", cut["part-1.csv"]);
        await office.PutAsync(Marker, "");
        await office.OnUploadAsync(Marker);
        await office.AssertPublishedAsync();
    }
}
