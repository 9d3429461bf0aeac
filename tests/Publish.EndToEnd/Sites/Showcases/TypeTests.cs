using System.Globalization;
using System.Text.Json;
using Publish.EndToEnd.Fixtures;

namespace Publish.EndToEnd.Sites.Showcases;

/// <summary>
/// What a column is, is the same in the CSV, in the Parquet file as two readers see it, and in every description beside them:
/// codes with leading zeros, days, moments, decimals, true and false, numbers withheld and values missing.
/// </summary>
[Collection(SiteTests.Name)]
public sealed class TypeTests(ShowcaseSite site)
{
    // How a type is called by: Data Package, CSVW, Croissant; and what DuckDB and hyparquet make of it.
    private static readonly (string Package, string Csvw, string Croissant, string Duck, string Hyparquet, Func<string, bool> Reads)[] Types =
    [
        ("string", "string", "sc:Text", "VARCHAR", "UTF8", _ => true),
        ("integer", "long", "sc:Integer", "BIGINT", "INT_64", cell => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)),
        ("number", "decimal", "sc:Float", "DECIMAL(38", "DECIMAL", cell => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)),
        ("boolean", "boolean", "sc:Boolean", "BOOLEAN", "BOOLEAN", cell => cell is "true" or "false"),
        ("date", "date", "sc:Date", "DATE", "DATE", cell => DateOnly.TryParseExact(cell, "yyyy-MM-dd", out _)),
        ("datetime", "datetime", "sc:DateTime", "TIMESTAMP", "TIMESTAMP_MICROS", cell => DateTime.TryParseExact(cell, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
    ];

    [Fact]
    public void Every_release_reads_the_same_and_has_the_types_that_its_descriptions_name()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(site.Root, "data"), "*.csv", SearchOption.AllDirectories)
            .Where(file => !file.Contains("library-visits", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(9, files.Length);
        var seen = new HashSet<string>();
        foreach (var csv in files)
        {
            var rows = SameRows.AssertEverywhere(csv);
            var parquet = Path.ChangeExtension(csv, ".parquet");
            var (duck, hyparquet) = (ParquetReaders.TypesByDuckDb(parquet), ParquetReaders.TypesByHyparquet(parquet));
            var described = Described(csv);
            Assert.Equal(rows[0], described.Select(column => column.Name));
            for (var i = 0; i < described.Length; i++)
            {
                var column = described[i];
                var type = Assert.Single(Types, type => type.Package == column.Package);
                seen.Add(type.Package);
                Assert.Equal((type.Csvw, type.Croissant), (column.Csvw, column.Croissant));
                Assert.StartsWith(type.Duck, duck[i], StringComparison.Ordinal);
                Assert.Equal(type.Hyparquet, hyparquet[i]);
                Assert.All(rows.Skip(1).Select(row => row[i]), cell => Assert.True(cell.Length == 0 ? !column.IsRequired : type.Reads(cell), $"{csv}, {column.Name}"));
            }
        }

        Assert.Equal(Types.Select(type => type.Package).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_keep_their_zeros_and_what_is_missing_or_withheld_is_null_in_both_formats()
    {
        var table = SameRows.AssertEverywhere(Path.Combine(site.Root, ShowcaseSite.Survey, "turnover.csv"));
        Assert.Superset(new HashSet<string> { "0111", "0164A", "1e5", "007" }, table.Select(row => row[1]).ToHashSet());
        Assert.Contains(table, row => row[^1] == "c" && row[3..^1].All(cell => cell.Length == 0));
        Assert.Contains(table, row => row[^1].Length == 0 && row[3..^1].All(cell => cell.Length > 0));
        var records = SameRows.AssertEverywhere(Path.Combine(site.Root, ShowcaseSite.Survey, "inspections.csv"));
        Assert.All(new[] { 1, 3, 5 }, column => Assert.Contains(records, row => row[column].Length == 0));
        Assert.Contains(records, row => row[1] == "2021-04-29" && row[2] == "false" && row[4].EndsWith("T09:30:00", StringComparison.Ordinal));
    }

    private static (string Name, string Package, string Csvw, string Croissant, bool IsRequired)[] Described(string csv)
    {
        var folder = Path.GetDirectoryName(csv)!;
        var release = Path.GetFileNameWithoutExtension(csv);
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "datapackage.json")));
        using var csvw = JsonDocument.Parse(File.ReadAllBytes(csv + "-metadata.json"));
        using var croissant = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "croissant.json")));
        var fields = package.RootElement.GetProperty("resources").EnumerateArray().Single(resource => resource.GetProperty("path").GetString() == release + ".csv").GetProperty("schema").GetProperty("fields");
        var columns = csvw.RootElement.GetProperty("tableSchema").GetProperty("columns");
        var sets = croissant.RootElement.GetProperty("recordSet").EnumerateArray().Single(set => set.GetProperty("name").GetString() == release).GetProperty("field");
        return
        [
            .. fields.EnumerateArray().Select((field, i) =>
            {
                var name = field.GetProperty("name").GetString()!;
                Assert.Equal((name, name), (columns[i].GetProperty("name").GetString(), sets[i].GetProperty("name").GetString()));
                var isRequired = field.TryGetProperty("constraints", out var constraints) && constraints.GetProperty("required").GetBoolean();
                Assert.Equal(isRequired, columns[i].TryGetProperty("required", out var required) && required.GetBoolean());
                return (name, field.GetProperty("type").GetString()!, columns[i].GetProperty("datatype").GetString()!, sets[i].GetProperty("dataType").GetString()!, isRequired);
            }),
        ];
    }
}
