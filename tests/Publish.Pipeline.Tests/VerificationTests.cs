using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Publish.Duck;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Pipeline.Verification;

namespace Publish.Pipeline.Tests;

/// <summary>A published version passes, and each way of breaking it is found, even where the digests are made anew.</summary>
public class VerificationTests
{
    private const string TableTypes = "region VARCHAR, district VARCHAR, sex VARCHAR, count BIGINT, pay_sum DECIMAL(38,2), pay_mean DECIMAL(38,1), status VARCHAR";
    private const string RecordTypes = "district VARCHAR, age VARCHAR, illness VARCHAR";

    private static readonly PolicyText Told = Some.Policy.With(Some.Table.Replace("threshold: 3", "threshold: 3, publishThreshold: true", StringComparison.Ordinal));

    [Fact]
    public async Task A_published_version_passes()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        var result = desk.Verify();

        Assert.Empty(result.Findings);
        Assert.True(result.IsVerified);
        Assert.Equal("Things counted", result.Title);
        Assert.Contains(result.Checks, check => check.Attack == "solving" && check.Examined > 0);
        Assert.NotEmpty(result.Attested);
    }

    [Fact]
    public async Task Published_records_pass()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv());
        Assert.Empty(desk.Verify().Findings);
    }

    [Fact]
    public async Task All_versions_below_a_folder_are_checked_and_none_above_nothing()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        await desk.RunAsync(Some.Policy, Some.Csv, "2026-11");
        var settings = desk.Settings with { TemporaryFolder = Path.Combine(desk.Root, "verify") };

        Assert.Equal(2, FolderVerification.Run(desk.PublicRoot, settings, CancellationToken.None).Count(v => v.IsVerified));
        Assert.Empty(FolderVerification.Run(desk.Inbox, settings, CancellationToken.None));
        Assert.Empty(FolderVerification.Run(Path.Combine(desk.Root, "none"), settings, CancellationToken.None));
        Assert.False(Directory.Exists(settings.TemporaryFolder));
    }

    [Theory]
    [InlineData("people.csv", "digest-differs")]
    [InlineData("people.parquet", "digest-differs")]
    [InlineData("certificate.json", "digest-differs")]
    [InlineData("SHA256SUMS", "digest-differs")]
    public async Task A_changed_byte_is_found(string file, string code)
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        var path = Path.Combine(desk.VersionFolder(), file);
        var bytes = File.ReadAllBytes(path);

        // A digit of a digest, or a letter of a file, becomes another.
        var at = file == "SHA256SUMS" ? 3 : bytes.Length / 2;
        bytes[at] = bytes[at] == (byte)'1' ? (byte)'2' : (byte)'1';
        File.WriteAllBytes(path, bytes);
        Assert.Contains(code, Codes(desk.Verify()));
    }

    [Theory]
    [InlineData("people.csv", "digest-differs")]
    [InlineData("people.parquet", "digest-differs")]
    [InlineData("certificate.json", "unreadable-release")]
    [InlineData("SHA256SUMS", "digest-list")]
    public async Task A_missing_file_is_found(string file, string code)
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        File.Delete(Path.Combine(desk.VersionFolder(), file));
        Assert.Contains(code, Codes(desk.Verify()));
    }

    [Fact]
    public async Task An_added_file_is_found()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        File.WriteAllText(Path.Combine(desk.VersionFolder(), "more.csv"), "");
        var finding = Assert.Single(desk.Verify().Findings);
        Assert.Equal(("unlisted-file", "more.csv"), (finding.Code.Id, finding.First[0].Place));
    }

    [Fact]
    public async Task A_file_that_is_no_Parquet_is_named_by_its_release()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        File.WriteAllText(Path.Combine(desk.VersionFolder(), "people.parquet"), "no Parquet");
        Redigest(desk);
        var finding = Assert.Single(desk.Verify().Findings);
        Assert.Equal(("unreadable-release", "release people"), (finding.Code.Id, finding.First[0].Place));
    }

    [Theory]
    [InlineData("count", "sum")]
    [InlineData("pay_sum", "count")]
    [InlineData("pay_sum", "mean")]
    [InlineData("pay_mean", "sum")]
    public async Task A_certificate_that_gives_a_column_another_meaning_is_found(string column, string kind)
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        Redigest(desk, certificate => certificate["releases"]![0]!["columns"]!.AsArray()
            .Single(c => c!["name"]!.GetValue<string>() == column)!["kind"] = kind);
        Assert.Contains("unreadable-release", Codes(desk.Verify()));
    }

    [Fact]
    public async Task A_file_rewritten_with_new_digests_and_the_same_content_passes()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Told, Some.Csv);
        Rewrite(desk, "people", TableTypes, rows => rows);
        Assert.Empty(desk.Verify().Findings);
    }

    [Fact]
    public async Task A_hidden_cell_shown_with_new_digests_is_found_by_the_threshold()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Told, Some.Csv);
        Rewrite(desk, "people", TableTypes, rows => Change(rows, "Norham", "x", row => [.. row[..3], "2", "2007.01", "1003.5", ""]));
        Assert.Contains("attack-threshold", Codes(desk.Verify()));
    }

    [Fact]
    public async Task A_shield_shown_with_new_digests_is_found_by_solving()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        var truth = Some.Rows.Where(row => row[1] == "Norham" && row[2] == "y").Select(row => decimal.Parse(row[3], CultureInfo.InvariantCulture)).ToArray();
        Rewrite(desk, "people", TableTypes, rows => Change(rows, "Norham", "y", row =>
            [.. row[..3], "9", truth.Sum().ToString(CultureInfo.InvariantCulture), decimal.Round(truth.Average(), 1).ToString(CultureInfo.InvariantCulture), ""]));
        Assert.Contains("attack-solved", Codes(desk.Verify()));
    }

    [Fact]
    public async Task A_lowered_count_with_new_digests_is_found_by_adding_up()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        Rewrite(desk, "people", TableTypes, rows => Change(rows, "Total", "Total", row => row[0] != "Total" ? row : [.. row[..3], "60", .. row[4..]]));
        Assert.Contains("attack-additivity", Codes(desk.Verify()));
    }

    [Fact]
    public async Task A_CSV_that_differs_from_its_Parquet_with_new_digests_is_found()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        var path = Path.Combine(desk.VersionFolder(), "people.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("Total,Total,Total,64", "Total,Total,Total,65", StringComparison.Ordinal));
        Redigest(desk);
        Assert.Equal(["formats-differ"], Codes(desk.Verify()));
    }

    [Fact]
    public async Task A_row_taken_from_a_class_of_k_with_new_digests_is_found()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv());
        Rewrite(desk, "patients", RecordTypes, rows =>
        {
            var smallest = rows.GroupBy(row => row[0] + "|" + row[1]).OrderBy(g => g.Count()).First().ToArray();
            return rows.Except(smallest.Skip(2));
        });
        Assert.Contains("attack-class-size", Codes(desk.Verify()));
    }

    [Fact]
    public async Task A_class_whose_secrets_are_made_one_with_new_digests_is_found()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv());
        Rewrite(desk, "patients", RecordTypes, rows =>
        {
            var first = rows.First();
            return [.. rows.Select(row => row[0] == first[0] && row[1] == first[1] ? [row[0], row[1], "flu"] : row)];
        });
        Assert.Contains("attack-diversity", Codes(desk.Verify()));
    }

    [Fact]
    public async Task A_raised_k_in_the_certificate_with_new_digests_is_found()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv());
        Redigest(desk, certificate => certificate["releases"]![0]!["rules"]![0]!["parameter"] = 50);
        Assert.Contains("attack-class-size", Codes(desk.Verify()));
    }

    [Fact]
    public async Task A_certificate_broken_in_any_way_is_a_finding_and_no_crash()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        var whole = desk.Published("certificate.json");
        foreach (var change in (Action<JsonNode>[])
            [
                c => c["releases"] = null,
                c => c["format"] = 2,
                c => c["more"] = 1,
                c => c["releases"]![0] = null,
                c => c["releases"]![0]!["files"] = null,
                c => c["releases"]![0]!["keys"] = null,
                c => c["releases"]![0]!["keys"]![0] = null,
                c => c["releases"]![0]!["keys"]![0]!["columns"] = null,
                c => c["releases"]![0]!["columns"] = null,
                c => c["releases"]![0]!["rules"] = null,
                c => c["releases"]![0]!["rules"]![0] = null,
                c => c["releases"]![0]!["name"] = null,
                c => c["releases"]![0]!["name"] = "../../../secret",
                c => c["releases"]![0]!["kind"] = "records",
                c => c["releases"]![0]!["keys"] = new JsonArray(),
                c => c["releases"]![0]!["rules"]![0]!["parameter"] = 1e300,
            ])
        {
            File.WriteAllText(Path.Combine(desk.VersionFolder(), "certificate.json"), whole);
            Redigest(desk, change);
            Assert.False(desk.Verify().IsVerified, desk.Published("certificate.json"));
        }
    }

    private static IEnumerable<string> Codes(VersionVerification result) =>
        result.Findings.Select(group => group.Code.Id).Order(StringComparer.Ordinal);

    private static IEnumerable<string[]> Change(IEnumerable<string[]> rows, string district, string sex, Func<string[], string[]> change)
    {
        var all = rows.ToArray();
        Assert.Contains(all, row => row[1] == district && row[2] == sex && change(row) != row);
        return all.Select(row => row[1] == district && row[2] == sex ? change(row) : row);
    }

    // Writes both formats of a release anew, so that they agree, and makes all digests anew.
    private static void Rewrite(Desk desk, string release, string types, Func<IEnumerable<string[]>, IEnumerable<string[]>> change)
    {
        var table = NaiveCsv.Read(desk.Published(release + ".csv"));
        var rows = change(table.Rows.Select(row => table.Header.Select(name => row[name]).ToArray()).ToArray()).ToArray();
        File.WriteAllText(Path.Combine(desk.VersionFolder(), release + ".csv"), Some.CsvOf(table.Header, rows));
        var columns = types.Split(", ").Select(type => type.Split(' ')).ToArray();
        var values = rows.Select(row => "(" + string.Join(", ", row.Select((cell, i) => cell.Length == 0 ? "NULL" : DuckSql.Literal(cell))) + ")");
        ParquetFiles.Write(
            desk,
            Path.Combine(desk.VersionFolder(), release + ".parquet"),
            $"SELECT {string.Join(", ", columns.Select((c, i) => $"col{i}::{c[1]} AS {DuckSql.Identifier(c[0])}"))} FROM (VALUES {string.Join(", ", values)})");
        Redigest(desk);
    }

    private static void Redigest(Desk desk, Action<JsonNode>? change = null)
    {
        var path = Path.Combine(desk.VersionFolder(), "certificate.json");
        var certificate = JsonNode.Parse(File.ReadAllText(path))!;
        foreach (var file in certificate["releases"]!.AsArray().SelectMany(release => release!["files"]!.AsArray()))
        {
            var bytes = File.ReadAllBytes(Path.Combine(desk.VersionFolder(), file!["name"]!.GetValue<string>()));
            file["bytes"] = bytes.Length;
            file["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        change?.Invoke(certificate);
        File.WriteAllText(path, certificate.ToJsonString());
        var sums = new StringBuilder();
        foreach (var file in Directory.GetFiles(desk.VersionFolder()).Where(f => !f.EndsWith("SHA256SUMS", StringComparison.Ordinal)))
        {
            sums.Append(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  {Path.GetFileName(file)}\n");
        }

        File.WriteAllText(Path.Combine(desk.VersionFolder(), "SHA256SUMS"), sums.ToString());
    }
}
