using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

public class ValidationTests
{
    private static readonly PolicyText Unique = Some.Policy with
    {
        Columns = [("id", "{type: text, role: identifier, required: true, unique: true}"), .. Some.Policy.Columns.Skip(1)],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_repeated_value_of_a_unique_column_is_told_by_row_and_line(int threads)
    {
        using var desk = Some.Desk();
        desk.Settings = desk.Settings with { Threads = threads };

        // A note over two lines puts lines ahead of rows; the repeats lie megabytes apart.
        var rows = Enumerable.Range(0, 50_000).Select(i => new[] { $"P{i}", "Norham", "x", "1.00", "some words to make the row long enough to fill blocks" }).ToArray();
        rows[10][4] = "\"two\nlines\"";
        rows[20][0] = "P3";
        rows[49_998][0] = "P3";
        rows[49_999][0] = "P40000";
        var receipt = await desk.RunAsync(Unique, Some.CsvOf(["id", "district", "sex", "pay", "note"], rows), check: true);

        var finding = Assert.Single(receipt.Findings);
        Assert.Equal((Verdict.Rejected, "unique-error", 3), (receipt.Verdict, finding.Code, finding.Count));
        Assert.Equal(
            ["row 22, line 23, column id", "row 50000, line 50001, column id", "row 50001, line 50002, column id"],
            finding.First.Select(place => place.Place));
    }

    [Fact]
    public async Task Missing_cells_repeat_nothing_in_a_unique_column()
    {
        using var desk = Some.Desk();
        var policy = Some.Policy with { Columns = [.. Some.Policy.Columns.SkipLast(1), ("note", "{type: text, role: drop, unique: true}")] };
        var rows = Some.Rows.Select(row => (string[])[.. row[..4], ""]);
        Assert.Equal(Verdict.Accepted, (await desk.RunAsync(policy, Some.CsvOf(["id", "district", "sex", "pay", "note"], rows), check: true)).Verdict);
    }

    [Theory]
    [InlineData("=1+1", "formula-text")]
    [InlineData("@sum", "formula-text")]
    [InlineData("+cmd", "formula-text")]
    [InlineData("-cmd", "formula-text")]
    [InlineData("\ttab", "formula-text")]
    [InlineData("Total", "reserved-text")]
    [InlineData("(missing)", "reserved-text")]
    [InlineData("-5", null)]
    [InlineData("+44", null)]
    [InlineData("-", null)]
    [InlineData("a=b", null)]
    [InlineData("total", null)]
    public async Task A_key_that_published_files_cannot_hold_is_a_fault(string text, string? code)
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv + $"P9,Norham,{text},1.00,\nP8,Sutton,{text},1.00,\n", check: true);
        if (code is null)
        {
            Assert.Equal(Verdict.Accepted, receipt.Verdict);
            return;
        }

        var finding = Assert.Single(receipt.Findings);
        Assert.Equal((code, 2), (finding.Code, finding.Count));
        Assert.Equal(["row 66, line 66, column sex", "row 67, line 67, column sex"], finding.First.Select(place => place.Place));
    }

    [Fact]
    public async Task A_sensitive_text_that_spreadsheets_run_is_a_fault()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv() + "Norham,30,=cmd\n", check: true);
        Assert.Equal("formula-text", Assert.Single(receipt.Findings).Code);
        Assert.Equal("row 62, line 62, column illness", Assert.Single(receipt.Findings[0].First).Place);
    }

    [Fact]
    public async Task A_value_outside_its_hierarchy_is_told_by_row_however_often()
    {
        using var desk = Some.Desk();
        desk.Settings = desk.Settings with { FaultsListedPerKind = 2 };
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv + string.Concat(Enumerable.Repeat("P9,Elsewhere,x,1.00,\n", 5)), check: true);

        var finding = Assert.Single(receipt.Findings);
        Assert.Equal((Verdict.Rejected, "outside-hierarchy", 5, 2), (receipt.Verdict, finding.Code, finding.Count, finding.First.Count));
        Assert.Equal("row 66, line 66, column district", finding.First[0].Place);
        Assert.Contains("and 3 more", ReceiptText.Write(receipt), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_keys_are_a_category_of_their_own()
    {
        using var desk = Some.Desk();
        var policy = Some.Policy with { Columns = [.. Some.Policy.Columns.Select(c => c.Name == "district" ? (c.Name, "{type: text, role: key}") : c)] };
        var receipt = await desk.RunAsync(policy, Some.Csv + string.Concat(Enumerable.Repeat("P9,,x,1.00,\n", 4)));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.Contains(desk.Table("people").Rows, row => row["region"] == "(missing)" && row["district"] == "(missing)" && row["sex"] == "Total");
    }

    [Fact]
    public async Task A_key_of_which_nothing_but_missing_values_came_is_one_category()
    {
        using var desk = Some.Desk();
        var policy = Some.Policy with { Columns = [.. Some.Policy.Columns.Select(c => c.Name == "district" ? (c.Name, "{type: text, role: key}") : c)] };
        var rows = Some.Rows.Select(row => (string[])[row[0], "", .. row[2..]]);
        var receipt = await desk.RunAsync(policy, Some.CsvOf(["id", "district", "sex", "pay", "note"], rows));

        Assert.True(receipt.Verdict == Verdict.Accepted, ReceiptText.Write(receipt));
        Assert.Contains(desk.Table("people").Rows, row => (row["region"], row["sex"], row["count"]) == ("(missing)", "Total", "64"));
    }

    [Fact]
    public async Task A_sum_of_fewer_contributors_than_the_threshold_is_hidden_with_its_count()
    {
        using var desk = Some.Desk();
        var policy = Some.Policy with { Columns = [.. Some.Policy.Columns.Select(c => c.Name == "pay" ? (c.Name, "{type: decimal, role: measure, decimals: 2}") : c)] };
        var left = 2;
        var rows = Some.Rows.Select(row => row[1] == "Sutton" && row[2] == "x" && left-- <= 0 ? (string[])[.. row[..3], "", row[4]] : row);
        var receipt = await desk.RunAsync(policy, Some.CsvOf(["id", "district", "sex", "pay", "note"], rows));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.Equal("c", Assert.Single(desk.Table("people").Rows, row => (row["district"], row["sex"]) == ("Sutton", "x"))["status"]);
    }

    [Fact]
    public async Task Negative_sums_are_added_up_as_they_are()
    {
        using var desk = Some.Desk();
        var rows = Some.Rows.Select((row, i) => (string[])[.. row[..3], i % 2 == 0 ? "-0.40" : "-0.60", row[4]]);
        await desk.RunAsync(Some.Policy, Some.CsvOf(["id", "district", "sex", "pay", "note"], rows));

        var total = Assert.Single(desk.Table("people").Rows, row => (row["region"], row["sex"]) == ("Total", "Total"));
        Assert.Equal(("64", "-32.00", "-0.5"), (total["count"], total["pay_sum"], total["pay_mean"]));
    }

    [Fact]
    public async Task Booleans_dates_and_timestamps_can_be_keys()
    {
        using var desk = new Desk();
        var policy = new PolicyText
        {
            Columns =
            [
                ("flag", "{type: boolean, role: key, required: true, trueValues: [ja], falseValues: [nein]}"),
                ("born", "{type: date, role: key, required: true}"),
                ("seen", "{type: timestamp, role: key, required: true}"),
            ],
            Hierarchies = [("seen", "{dates: [day, year]}")],
            Releases = ["{name: t, kind: table, audience: public, by: {flag: [flag, all], born: [born, all], seen: [seen_day, all]}, threshold: 2}"],
        };
        var csv = "flag,born,seen\n" + string.Concat(Enumerable.Repeat("ja,1999-12-31,2026-01-02T23:59:59Z\n", 3)) + string.Concat(Enumerable.Repeat("nein,2000-01-01,2026-01-03T00:00:00Z\n", 4));
        var receipt = await desk.RunAsync(policy, csv);

        Assert.True(receipt.Verdict == Verdict.Accepted, ReceiptText.Write(receipt));
        Assert.Contains(desk.Table("t").Rows, row => (row["flag"], row["born"], row["seen_day"], row["count"]) == ("true", "1999-12-31", "2026-01-02", "3"));
        Assert.Contains(desk.Table("t").Rows, row => (row["flag"], row["born"], row["seen_day"], row["count"]) == ("false", "2000-01-01", "2026-01-03", "4"));
    }

    [Fact]
    public async Task Counts_and_thresholds_are_of_distinct_respondents()
    {
        using var desk = Some.Desk();

        // Ten rows of two people are two people's secret.
        var rows = Enumerable.Range(0, 10).Select(i => new[] { $"R{i % 2}", "Norham", "z", "5.00", "" });
        var receipt = await desk.RunAsync(Some.Policy with { Respondent = "id" }, Some.CsvOf(["id", "district", "sex", "pay", "note"], Some.Rows.Concat(rows)));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.All(desk.Table("people").Rows.Where(row => row["sex"] == "z"), row => Assert.Equal("c", row["status"]));
        Assert.Equal("66", Assert.Single(desk.Table("people").Rows, row => (row["region"], row["sex"]) == ("Total", "Total"))["count"]);
    }

    [Fact]
    public async Task A_row_without_its_respondent_is_a_fault()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy with { Respondent = "id" }, Some.Csv + ",Norham,x,1.00,\n", check: true);
        Assert.Equal("constraint-required", Assert.Single(receipt.Findings).Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task More_classes_than_can_be_worked_on_are_held_whatever_the_threads(int threads)
    {
        using var desk = Some.Desk();
        desk.Settings = desk.Settings with { Threads = threads, MaximumClasses = 900 };
        var policy = new PolicyText
        {
            Columns = [("a", "{type: integer, role: key, required: true}"), ("b", "{type: text, role: drop}")],
            Releases = ["{name: t, kind: table, audience: public, by: [a], threshold: 2}"],
        };
        var csv = "a,b\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => string.Concat(Enumerable.Repeat($"{i},some words to fill blocks with\n", 50))));
        var receipt = await desk.RunAsync(policy, csv, check: true);
        Assert.Equal((Verdict.Held, "too-many-classes"), (receipt.Verdict, Assert.Single(receipt.Findings).Code));
        Assert.Equal(50_000, receipt.Upload!.Rows);
    }

    [Fact]
    public async Task An_upload_that_changes_between_its_two_readings_is_held()
    {
        using var desk = Some.Desk();
        var policy = desk.Write("policy.yaml", Some.RecordsPolicy.ToString());
        var upload = desk.Write("upload.csv", Some.RecordsCsv());
        var observer = new SwappingObserver(() => File.AppendAllText(upload, "Norham,30,flu\n"));
        var receipt = await new PublicationRun(desk.Settings with { TemporaryFolder = desk.Temporary }, desk.Time, observer).RunAsync(
            new RunRequest { Upload = new LocalUpload(upload), PolicyPath = policy, Edition = "2026-10", Private = desk.Private, PlaceOf = _ => desk.Public },
            CancellationToken.None);

        Assert.Equal((Verdict.Held, "upload-changed"), (receipt.Verdict, Assert.Single(receipt.Findings).Code));
        Assert.Empty(desk.PublicFiles());
    }

    [Fact]
    public async Task Progress_goes_from_0_to_1()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        Assert.All(desk.Observer.Shares, share => Assert.InRange(share, 0, 1));
        Assert.Equal(1, desk.Observer.Shares.Max());
    }

    private sealed class SwappingObserver(Action swap) : IRunObserver
    {
        public void Begin(Stage stage)
        {
            if (stage == Stage.Staging)
            {
                swap();
            }
        }

        public void Advance(Stage stage, double share)
        {
        }

        public void End(Stage stage, StageResult result)
        {
        }
    }
}
