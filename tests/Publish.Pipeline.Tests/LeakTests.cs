using System.Text;
using Publish.Attacks;
using Publish.Attacks.Results;
using Publish.Metadata;
using Publish.Pipeline.Audit;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>A canary in an input field must not come out in anything a run says, nor, where it is protected, in a public file.</summary>
public class LeakTests
{
    private const string Canary = "Qx7Canary";

    public static TheoryData<string, string> Faults => new()
    {
        { "a key outside its hierarchy", $"P9,{Canary},x,1.00,\n" },
        { "a number that is none", $"P9,Norham,x,{Canary},\n" },
        { "a quoted text never closed", $"P9,Norham,x,1.00,\"{Canary}\n" },
        { "a text after a quote", $"P9,Norham,x,1.00,\"a\"{Canary}\n" },
        { "a stray quote", $"P9,Norham,x,1.00,{Canary}\"\n" },
        { "a cell too many", $"P9,Norham,x,1.00,,{Canary}\n" },
        { "a cell too few", $"{Canary}\n" },
        { "a missing required cell", $"P9,,x,1.00,{Canary}\n" },
        { "a formula", $"P9,Norham,={Canary},1.00,\n" },
        { "a NUL byte", $"P9,Norham,{Canary}\0,1.00,\n" },
        { "the total mark", $"P9,Norham,Total,1.00,{Canary}\n" },
        { "a bare carriage return", $"P9,Norham,{Canary}\ra,1.00,\n" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_told_by_its_place_and_never_by_its_text(string fault, string row)
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv + row);

        Assert.True(receipt.Verdict == Verdict.Rejected, fault);
        AssertSilent(desk, receipt);
        Assert.Empty(desk.PublicFiles());
    }

    [Theory]
    [InlineData("id,district,sex,pay,Qx7Canary\n")]
    [InlineData("Qx7Canary,Norham,x,1.00,\n")]
    [InlineData("id,district,sex,pay,note,Qx7Canary\n")]
    [InlineData("id,id,sex,pay,Qx7Canary\n")]
    public async Task A_header_is_told_by_its_position(string header)
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, header + "P1,Norham,x,1.00,\n");

        Assert.Equal(Verdict.Rejected, receipt.Verdict);
        AssertSilent(desk, receipt);
    }

    [Fact]
    public async Task A_file_name_is_not_repeated()
    {
        using var desk = Some.Desk();
        var policy = desk.Write("policy.yaml", Some.Policy.ToString());
        foreach (var (text, edition) in new[] { (Some.Csv, "2026-10"), (Some.Csv + "short\n", "2026-11") })
        {
            AssertSilent(desk, await desk.RunFileAsync(policy, desk.Write(Canary + ".csv", text), edition));
        }

        AssertSilent(desk, await desk.RunFileAsync(policy, Path.Combine(desk.Inbox, "no-" + Canary), "2026-12"));
        AssertNotIn(desk.PublicFiles(), Canary);
    }

    [Fact]
    public async Task An_edition_that_is_no_name_is_not_repeated()
    {
        using var desk = Some.Desk();
        AssertSilent(desk, await desk.RunAsync(Some.Policy, Some.Csv, $"../{Canary}"));
        Assert.Empty(desk.PublicFiles());
    }

    [Fact]
    public async Task Identifiers_and_dropped_columns_stay_inside()
    {
        using var desk = Some.Desk();
        var rows = Some.Rows.Select(row => (string[])[Canary + row[0], row[1], row[2], row[3], Canary + "note"]);
        var receipt = await desk.RunAsync(Some.Policy, Some.CsvOf(["id", "district", "sex", "pay", "note"], rows));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        AssertSilent(desk, receipt);
        AssertNotIn(desk.PublicFiles(), Canary);
    }

    [Fact]
    public void What_an_attack_finds_before_publication_is_told_without_its_labels()
    {
        var empty = new Certificate
        {
            Agency = "a",
            Dataset = "d",
            Title = "t",
            Edition = "2026",
            Version = "v1.0.0",
            Audience = "public",
            Agreement = "x",
            Protects = "rows",
            Releases = [],
        };
        using var database = RunDatabase.Open(
            new RunSettings { Threads = 1, TemporaryFolder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) }, "leak", []);
        using var connection = database.Connect();
        var examination = PublicExamination.Of([(empty, Path.GetTempPath())], areFilesPublished: false, connection, default);

        examination.Note(new BreachingAttack());

        var finding = Assert.Single(examination.Findings);
        Assert.Equal("by-district, row 17", finding.Place);
        Assert.DoesNotContain(Canary, finding.ToString(), StringComparison.Ordinal);
    }

    private sealed class BreachingAttack : IAttack
    {
        public string Name => "breaching";

        public string Knows => "Everything.";

        public AttackResult Run() => new(
            Name,
            AttackVerdict.Broken,
            1,
            "cells",
            1,
            [new Witness(Publish.Attacks.AttackCodes.Solved, "by-district, row 17", $"by-district (district {Canary}) = 3")],
            []);
    }

    [Fact]
    public async Task A_respondent_stays_inside()
    {
        using var desk = Some.Desk();
        var rows = Some.Rows.Select(row => (string[])[Canary + row[0], .. row[1..]]);
        var receipt = await desk.RunAsync(Some.Policy with { Respondent = "id" }, Some.CsvOf(["id", "district", "sex", "pay", "note"], rows));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        AssertSilent(desk, receipt);
        AssertNotIn(desk.PublicFiles(), Canary);
    }

    [Fact]
    public async Task Rows_of_suppressed_classes_stay_inside_with_their_secrets()
    {
        using var desk = Some.Desk();
        var policy = Some.RecordsPolicy.With(
            "{name: patients, kind: records, audience: public, columns: [district, age, illness], k: 3, levels: {district: district, age: age_band}, suppressionLimit: 20%}");
        var csv = Some.RecordsCsv(5, 200) + $"Norham,100,{Canary}\n";
        policy = policy with { Hierarchies = [policy.Hierarchies[0], ("age", "{intervals: {age_band: [0, 20, 40, 60, 99]}}")] };
        var receipt = await desk.RunAsync(policy, csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.True(receipt.Records[0].RowsSuppressed >= 1);
        AssertSilent(desk, receipt);
        AssertNotIn(desk.PublicFiles(), Canary);
    }

    [Fact]
    public async Task The_numbers_of_hidden_cells_are_in_no_public_file()
    {
        using var desk = Some.Desk();
        // The one hidden primary cell has a sum that no other cell has.
        var rows = Some.Rows.Select(row => row[1] == "Norham" && row[2] == "x" ? (string[])[row[0], row[1], row[2], "7654321.01", row[4]] : row);
        var receipt = await desk.RunAsync(Some.Policy, Some.CsvOf(["id", "district", "sex", "pay", "note"], rows));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.Contains(desk.Table("people").Rows, row => row["status"] == "c" && row["district"] == "Norham" && row["sex"] == "x");
        AssertNotIn(desk.PublicFiles(), "15308642.02");
    }

    private static void AssertSilent(Desk desk, Receipt receipt)
    {
        Assert.DoesNotContain(Canary, Encoding.UTF8.GetString(ReceiptJson.Write(receipt)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Canary, ReceiptText.Write(receipt), StringComparison.OrdinalIgnoreCase);
        Assert.All(desk.Observer.Summaries, summary => Assert.DoesNotContain(Canary, summary, StringComparison.OrdinalIgnoreCase));
        AssertNotIn(Desk.FilesBelow(desk.PrivateRoot), Canary);
    }

    private static void AssertNotIn(SortedDictionary<string, byte[]> files, string text) => Assert.All(files, file =>
    {
        Assert.DoesNotContain(text, file.Key, StringComparison.OrdinalIgnoreCase);
        Assert.False(file.Value.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0, $"{file.Key} has the text.");
    });
}
