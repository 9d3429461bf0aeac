using System.Text.Json.Nodes;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Storage;

namespace Publish.Pipeline.Tests;

public class LifeTests
{
    [Fact]
    public async Task An_upload_is_published_whole_with_its_receipt()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.Empty(receipt.Findings);
        Assert.Equal(
            ["certificate.json", "changes.json", "croissant.json", "datapackage.json", "people.csv", "people.csv-metadata.json", "people.parquet", "SHA256SUMS"],
            Directory.GetFiles(desk.VersionFolder()).Select(Path.GetFileName).Order(StringComparer.OrdinalIgnoreCase));
        Assert.False(receipt.Published!.Before);
        Assert.Equal(new DateOnly(2026, 12, 2), receipt.RawKeptUntil);
        Assert.Equal(Enum.GetValues<Stage>(), desk.Observer.Begun);
        var kept = Desk.FilesBelow(desk.PrivateRoot);
        Assert.Equal(ReceiptJson.Write(receipt), kept[$"receipts/some-agency/some-things/2026-10/{receipt.Id}.json"]);
    }

    [Theory]
    [InlineData(Stage.Validation)]
    [InlineData(Stage.Protection)]
    [InlineData(Stage.Audit)]
    [InlineData(Stage.Release)]
    public async Task A_fault_of_the_program_holds_the_upload_with_a_receipt_that_quotes_nothing(Stage stage)
    {
        using var desk = Some.Desk();
        desk.Observer.Fault = (stage, new InvalidOperationException("P042 is in Norham"));
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv);

        Assert.Equal(Verdict.Held, receipt.Verdict);
        var finding = Assert.Single(receipt.Findings);
        Assert.Equal("internal-error", finding.Code);
        var kept = Desk.FilesBelow(desk.PrivateRoot);
        var text = System.Text.Encoding.UTF8.GetString(kept[$"receipts/some-agency/some-things/2026-10/{receipt.Id}.txt"]);
        Assert.Contains("System.InvalidOperationException", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Norham", text, StringComparison.Ordinal);
        Assert.Empty(desk.PublicFiles());
        Assert.False(Directory.Exists(desk.Temporary));

        desk.Observer.Fault = null;
        Assert.Equal(Verdict.Accepted, (await desk.RunAsync(Some.Policy, Some.Csv)).Verdict);
    }

    [Fact]
    public async Task A_table_of_which_nothing_is_left_is_held()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy.With(Some.Table.Replace("threshold: 3", "threshold: 100", StringComparison.Ordinal)), Some.Csv);
        Assert.Equal(Verdict.Held, receipt.Verdict);
        var finding = Assert.Single(receipt.Findings);
        Assert.Equal(("nothing-to-publish", "release people"), (finding.Code, finding.First[0].Place));
        Assert.Empty(desk.PublicFiles());
    }

    [Fact]
    public async Task The_private_working_folder_is_gone_after_every_kind_of_run()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        Assert.False(Directory.Exists(desk.Temporary));
        await desk.RunAsync(Some.Policy, Some.Csv + "too,short\n", "2026-11");
        Assert.False(Directory.Exists(desk.Temporary));
        await desk.RunAsync(Some.Policy, "id,district,sex,pay,note\n", "2026-11");
        Assert.False(Directory.Exists(desk.Temporary));
    }

    [Fact]
    public async Task The_same_content_again_is_accepted_as_published_before_and_changes_nothing()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        var before = desk.PublicFiles();
        desk.Time.Now += TimeSpan.FromDays(3);
        var again = await desk.RunAsync(Some.Policy, Some.Csv);

        Assert.Equal(Verdict.Accepted, again.Verdict);
        Assert.True(again.Published!.Before);
        Assert.Equal(before, desk.PublicFiles());
    }

    [Fact]
    public async Task Other_content_for_a_published_edition_is_held_and_nothing_changes()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        var before = desk.PublicFiles();
        var other = await desk.RunAsync(Some.Policy, Some.Csv + "P999,Norton,x,1.00,late\n");

        Assert.Equal(Verdict.Held, other.Verdict);
        Assert.Equal("edition-already-published", Assert.Single(other.Findings).Code);
        Assert.Null(other.Published);
        Assert.Equal(before, desk.PublicFiles());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_policy_for_a_published_edition_is_held_and_nothing_changes(bool otherLevels)
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        var before = desk.PublicFiles();
        if (otherLevels)
        {
            desk.Write("districts.csv", Some.Districts.Replace("South", "Midlands", StringComparison.Ordinal));
        }

        var policy = otherLevels ? Some.Policy : Some.Policy.With(Some.Table.Replace("threshold: 3", "threshold: 2", StringComparison.Ordinal));
        var other = await desk.RunAsync(policy, Some.Csv);

        Assert.Equal(Verdict.Held, other.Verdict);
        Assert.Equal("edition-already-published", Assert.Single(other.Findings).Code);
        Assert.Equal(before, desk.PublicFiles());
    }

    [Fact]
    public async Task An_upload_that_was_rejected_can_be_mended_and_sent_again()
    {
        using var desk = Some.Desk();
        Assert.Equal(Verdict.Rejected, (await desk.RunAsync(Some.Policy, Some.Csv + "short\n")).Verdict);
        Assert.Empty(desk.PublicFiles());
        Assert.Equal(Verdict.Accepted, (await desk.RunAsync(Some.Policy, Some.Csv)).Verdict);
    }

    [Fact]
    public async Task The_dataset_points_to_its_newest_edition_whatever_came_last()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-11");
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-10");

        Assert.Equal("2026-11", Pointer(desk, "latest.json")["edition"]!.GetValue<string>());
        Assert.Equal("2026-10", Pointer(desk, "2026-10/latest.json")["edition"]!.GetValue<string>());
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-12");
        Assert.Equal("2026-12", Pointer(desk, "latest.json")["edition"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_address_of_a_pointer_leads_to_the_file_with_its_digest()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        foreach (var pointer in new[] { "latest.json", "2026-10/latest.json" })
        {
            var folder = Path.GetDirectoryName(Path.Combine(DatasetFolder(desk), pointer))!;
            var files = Pointer(desk, pointer)["files"]!.AsArray();
            Assert.Equal(8, files.Count);
            Assert.All(files, file =>
            {
                var bytes = File.ReadAllBytes(Path.Combine(folder, file!["url"]!.GetValue<string>()));
                Assert.Equal(bytes.Length, file["bytes"]!.GetValue<long>());
                Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), file["sha256"]!.GetValue<string>());
            });
        }
    }

    [Fact]
    public async Task A_version_folder_with_other_files_is_left_alone_and_the_upload_held()
    {
        using var desk = Some.Desk();
        Directory.CreateDirectory(desk.VersionFolder());
        File.WriteAllText(Path.Combine(desk.VersionFolder(), "SHA256SUMS"), "");
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv);

        Assert.Equal(Verdict.Held, receipt.Verdict);
        Assert.Equal("version-folder-differs", Assert.Single(receipt.Findings).Code);
        Assert.Single(desk.PublicFiles());
    }

    [Fact]
    public async Task A_check_passes_and_keeps_nothing()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv, check: true);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.True(receipt.CheckOnly);
        Assert.Null(receipt.Published);
        Assert.NotEmpty(receipt.Audit);
        Assert.Empty(desk.PublicFiles());
        Assert.Empty(Desk.FilesBelow(desk.PrivateRoot));
        Assert.False(Directory.Exists(desk.Temporary));
        Assert.StartsWith("PASSED", ReceiptText.Write(receipt), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P1,Nowhere,x,1.00,\n", "outside-hierarchy")]
    [InlineData("P2,Norham,x,many,\n", "type-error")]
    public async Task A_check_finds_the_faults_a_run_would_find(string row, string code)
    {
        using var desk = Some.Desk();
        var check = await desk.RunAsync(Some.Policy, Some.Csv + row, check: true);
        var run = await desk.RunAsync(Some.Policy, Some.Csv + row);

        Assert.Equal(Verdict.Rejected, check.Verdict);
        Assert.Equal((code, 1), Assert.Single(check.Findings.Select(f => (f.Code, f.Count))));
        Assert.Equal(run.Findings.Select(f => (f.Code, f.Count)), check.Findings.Select(f => (f.Code, f.Count)));
    }

    [Fact]
    public async Task Levels_of_records_are_kept_for_the_next_edition()
    {
        using var desk = Some.Desk();
        var first = await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv(1, 24));
        var next = await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv(2, 600), "2026-11");
        using var elsewhere = Some.Desk();
        var free = await elsewhere.RunAsync(Some.RecordsPolicy, Some.RecordsCsv(2, 600), "2026-11");

        Assert.Equal(Verdict.Accepted, first.Verdict);
        Assert.Equal(Verdict.Accepted, next.Verdict);
        Assert.False(first.Records[0].LevelsFromLedger);
        Assert.True(next.Records[0].LevelsFromLedger);
        Assert.Equal(first.Records[0].Levels, next.Records[0].Levels);
        Assert.NotEqual(first.Records[0].Levels, free.Records[0].Levels);
    }

    [Fact]
    public async Task Records_whose_policy_has_other_levels_than_earlier_editions_are_held()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv(1));
        var policy = Some.RecordsPolicy with
        {
            Hierarchies = [Some.RecordsPolicy.Hierarchies[0], ("age", "{intervals: {age_third: [0, 30, 60]}}")],
        };
        var other = await desk.RunAsync(policy, Some.RecordsCsv(2), "2026-11");

        Assert.Equal(Verdict.Held, other.Verdict);
        Assert.Equal("kept-levels-differ", Assert.Single(other.Findings).Code);
        Assert.False(Directory.Exists(desk.VersionFolder("2026-11")));
    }

    [Fact]
    public async Task Records_that_lose_too_many_rows_at_the_kept_levels_are_held()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv(2, 600));
        var sparse = await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv(3, 8), "2026-11");

        Assert.Equal(Verdict.Held, sparse.Verdict);
        Assert.Equal("kept-levels-exceed-limit", Assert.Single(sparse.Findings).Code);
    }

    [Fact]
    public async Task An_upload_without_rows_is_held()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, "id,district,sex,pay,note\n");

        Assert.Equal(Verdict.Held, receipt.Verdict);
        Assert.Equal("nothing-to-publish", Assert.Single(receipt.Findings).Code);
    }

    [Fact]
    public async Task A_cancelled_run_leaves_nothing_behind()
    {
        using var desk = Some.Desk();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var run = new PublicationRun(desk.Settings with { TemporaryFolder = desk.Temporary }, desk.Time, desk.Observer);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync(
            new RunRequest
            {
                Upload = new LocalUpload(desk.Write("upload.csv", Some.Csv)),
                PolicyPath = desk.Write("policy.yaml", Some.Policy.ToString()),
                Edition = "2026-10",
                Private = desk.Private,
                PlaceOf = _ => desk.Public,
            },
            cancelled.Token));

        Assert.Empty(desk.PublicFiles());
        Assert.False(Directory.Exists(desk.Temporary));
    }

    [Fact]
    public async Task Two_runs_at_once_publish_one_version()
    {
        using var desk = Some.Desk();
        var policy = desk.Write("policy.yaml", Some.Policy.ToString());
        var upload = desk.Write("upload.csv", Some.Csv);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() =>
            new PublicationRun(desk.Settings with { TemporaryFolder = desk.Temporary + i }, desk.Time, new RecordingObserver()).RunAsync(
                new RunRequest { Upload = new LocalUpload(upload), PolicyPath = policy, Edition = "2026-10", Private = desk.Private, PlaceOf = _ => desk.Public },
                CancellationToken.None))));

        Assert.All(receipts, receipt => Assert.Equal(Verdict.Accepted, receipt.Verdict));
        Assert.Equal(12, desk.PublicFiles().Count);
        Assert.True(desk.Verify().IsVerified);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_killed_at_any_call_to_storage_is_finished_by_the_next(bool afterwards)
    {
        using var whole = Some.Desk();
        await whole.RunAsync(Some.RecordsPolicy, Some.RecordsCsv());
        var expected = whole.PublicFiles();
        for (var call = 1; ; call++)
        {
            using var desk = Some.Desk();
            var (places, files) = (new Trouble(call, afterwards, deadly: true), (Public: (FolderPlace)desk.Public, Private: (FolderPlace)desk.Private));
            (desk.Public, desk.Private) = (new TroubledPlace(files.Public, places), new TroubledPlace(files.Private, places));
            try
            {
                await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv());
            }
            catch (PowerCutException)
            {
                AssertNoHalfVersion(desk, expected);
            }

            (desk.Public, desk.Private) = (files.Public, files.Private);
            var second = await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv());
            Assert.Equal(Verdict.Accepted, second.Verdict);
            Assert.Equal(expected, desk.PublicFiles());
            if (!places.HasHappened)
            {
                Assert.True(call > 8, "Too few calls to storage were struck.");
                break;
            }
        }
    }

    // Whatever lies in the public place is part of the whole version, and a pointer is there only with what it points to.
    private static void AssertNoHalfVersion(Desk desk, SortedDictionary<string, byte[]> expected)
    {
        var there = desk.PublicFiles();
        Assert.All(there, file => Assert.Equal(expected[file.Key], file.Value));
        var inFolder = there.Keys.Count(name => name.Contains("v1.0.0", StringComparison.Ordinal));
        Assert.True(inFolder == 0 || inFolder == expected.Keys.Count(name => name.Contains("v1.0.0", StringComparison.Ordinal)));
        Assert.True(inFolder > 0 || there.Count == 0);
    }

    private static string DatasetFolder(Desk desk) => Path.Combine(desk.PublicRoot, "data", "some-agency", "some-things");

    private static JsonNode Pointer(Desk desk, string name) =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(DatasetFolder(desk), name)))!;
}
