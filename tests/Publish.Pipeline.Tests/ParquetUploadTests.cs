using Publish.Duck;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

public class ParquetUploadTests
{
    private static readonly PolicyText Policy = new()
    {
        Columns =
        [
            ("place", "{type: text, role: key}"),
            ("age", "{type: integer, role: key, required: true, min: 0}"),
            ("pay", "{type: decimal, decimals: 2, role: measure}"),
            ("flag", "{type: boolean, role: key, required: true}"),
            ("born", "{type: date, role: key, required: true}"),
            ("seen", "{type: timestamp, role: drop}"),
        ],
        Hierarchies = [("age", "{steps: [20]}"), ("born", "{dates: [year]}")],
        Releases = ["{name: t, kind: table, audience: public, by: {place: [place, all], age: [age_20, all], flag: [flag, all], born: [born_year, all]}, measures: [count, {sum: pay}], threshold: 2}"],
    };

    private const string Rows = """
        SELECT CASE WHEN i % 7 = 0 THEN NULL WHEN i % 2 = 0 THEN 'Orléans' ELSE 'a "b", c' END AS place,
               (i % 60)::SMALLINT AS age,
               CASE WHEN i % 11 = 0 THEN NULL ELSE (i * 7 - 100)::DECIMAL(9,2) END AS pay,
               i % 3 = 0 AS flag,
               DATE '1999-06-01' + (i % 83 * 30)::INTEGER AS born,
               TIMESTAMP '2026-01-01 00:00:00' + to_seconds(i) AS seen
        FROM range(3000) t(i)
        """;

    [Fact]
    public async Task The_same_rows_as_Parquet_and_as_CSV_give_the_same_public_bytes()
    {
        using var fromParquet = new Desk();
        var upload = ParquetFiles.Write(fromParquet, Path.Combine(fromParquet.Inbox, "upload.parquet"), Rows);
        var receipt = await RunAsync(fromParquet, Policy, upload);
        Assert.True(receipt.Verdict == Verdict.Accepted, ReceiptText.Write(receipt));
        Assert.Equal(3000, receipt.Upload!.Rows);

        using var fromCsv = new Desk();
        var cells = ParquetFiles.Query(fromParquet, $"SELECT place, age::VARCHAR, pay::VARCHAR, flag::VARCHAR, born::VARCHAR, strftime(seen, '%Y-%m-%dT%H:%M:%SZ') FROM read_parquet({DuckSql.Literal(upload)})");
        var csv = Some.CsvOf(
            ["place", "age", "pay", "flag", "born", "seen"],
            cells.Select(row => (string[])[row[0].Length == 0 ? "" : $"\"{row[0].Replace("\"", "\"\"", StringComparison.Ordinal)}\"", .. row[1..]]));
        Assert.Equal(Verdict.Accepted, (await fromCsv.RunAsync(Policy, csv)).Verdict);
        Assert.Equal(fromCsv.PublicFiles(), fromParquet.PublicFiles());
    }

    [Theory]
    [InlineData("age", "'text'")]
    [InlineData("age", "1.5::DOUBLE")]
    [InlineData("pay", "1.234::DECIMAL(9,3)")]
    [InlineData("place", "5")]
    [InlineData("flag", "1")]
    [InlineData("born", "'2026-01-01'")]
    [InlineData("seen", "DATE '2026-01-01'")]
    public async Task A_column_of_another_type_is_a_fault(string column, string value)
    {
        using var desk = new Desk();
        var receipt = await RunAsync(desk, $"SELECT * REPLACE ({value} AS {column}) FROM ({Rows})");
        Assert.Equal((Verdict.Rejected, "parquet-column-type"), (receipt.Verdict, Assert.Single(receipt.Findings).Code));
        Assert.Equal($"column '{column}'", Assert.Single(receipt.Findings[0].First).Place);
    }

    [Fact]
    public async Task A_NULL_in_a_required_column_is_told_by_its_row()
    {
        using var desk = new Desk();
        var receipt = await RunAsync(desk, $"SELECT * REPLACE (CASE WHEN row_number() OVER () = 5 THEN NULL ELSE age END AS age) FROM ({Rows})");
        Assert.Equal((Verdict.Rejected, "constraint-required", 1), (receipt.Verdict, Assert.Single(receipt.Findings).Code, receipt.Findings[0].Count));
        Assert.Contains("row 5", Assert.Single(receipt.Findings[0].First).Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_beyond_its_bounds_is_a_fault()
    {
        using var desk = new Desk();
        var receipt = await RunAsync(desk, $"SELECT * REPLACE ((age - 10)::SMALLINT AS age) FROM ({Rows})");
        Assert.Equal("constraint-minimum", Assert.Single(receipt.Findings).Code);
    }

    [Fact]
    public async Task Missing_and_undeclared_columns_are_faults_without_their_names()
    {
        using var desk = new Desk();
        var receipt = await RunAsync(desk, $"SELECT * EXCLUDE (age), 1 AS Qx7Canary FROM ({Rows})");
        Assert.Equal(["extra-label", "missing-label"], receipt.Findings.Select(f => f.Code).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Qx7Canary", ReceiptText.Write(receipt), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("place,age,pay\n")]
    [InlineData("PAR1 and then nothing PAR1")]
    public async Task What_is_no_Parquet_file_is_refused(string text)
    {
        using var desk = new Desk();
        var receipt = await RunAsync(desk, Policy, desk.Write("upload.parquet", text));
        Assert.True(receipt.Verdict == Verdict.Rejected, ReceiptText.Write(receipt));
        Assert.Equal(DuckCodes.UnreadableParquet.Id, Assert.Single(receipt.Findings).Code);
    }

    [Fact]
    public async Task A_Parquet_file_cut_short_is_refused()
    {
        using var desk = new Desk();
        var whole = File.ReadAllBytes(ParquetFiles.Write(desk, Path.Combine(desk.Inbox, "whole.parquet"), Rows));
        var receipt = await RunAsync(desk, Policy, desk.Write("upload.parquet", whole[..^20]));
        Assert.Equal((Verdict.Rejected, DuckCodes.UnreadableParquet.Id), (receipt.Verdict, Assert.Single(receipt.Findings).Code));
    }

    private static Task<Receipt> RunAsync(Desk desk, string query) =>
        RunAsync(desk, Policy, ParquetFiles.Write(desk, Path.Combine(desk.Inbox, "upload.parquet"), query));

    private static Task<Receipt> RunAsync(Desk desk, PolicyText policy, string upload) =>
        desk.RunFileAsync(desk.Write("policy.yaml", (policy with { File = "{format: parquet}" }).ToString()), upload);
}
