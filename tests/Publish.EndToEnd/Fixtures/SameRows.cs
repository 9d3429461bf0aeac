using System.Globalization;

namespace Publish.EndToEnd.Fixtures;

/// <summary>Holds what readers of other formats read to the cells of the CSV file.</summary>
internal static class SameRows
{
    /// <summary>Reads a release's Parquet file with two readers, and compares every cell.</summary>
    /// <param name="csv">The path of the CSV file, beside which the Parquet file lies.</param>
    /// <returns>The cells, the header first.</returns>
    public static string[][] AssertEverywhere(string csv)
    {
        var rows = CsvText.Parse(File.ReadAllText(csv));
        var parquet = Path.ChangeExtension(csv, ".parquet");
        AssertSame(rows, ParquetReaders.ReadWithDuckDb(parquet), exact: true);
        AssertSame(rows, ParquetReaders.ReadWithHyparquet(parquet), exact: false);
        return rows;
    }

    private static void AssertSame(string[][] csv, string[][] parquet, bool exact)
    {
        Assert.Equal(csv.Length, parquet.Length);
        for (var row = 0; row < csv.Length; row++)
        {
            Assert.Equal(csv[row].Length, parquet[row].Length);
            for (var column = 0; column < csv[row].Length; column++)
            {
                Assert.True(
                    csv[row][column] == parquet[row][column] || AreAlike(csv[row][column], parquet[row][column], exact),
                    $"Row {row}, column {column}: '{csv[row][column]}' and '{parquet[row][column]}'.");
            }
        }
    }

    // JavaScript has no decimals and shows a day as the instant it begins; DuckDB parts a moment's day and time by a space.
    private static bool AreAlike(string written, string read, bool exact) => exact
        ? DateTime.TryParseExact(written, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && read == written.Replace('T', ' ')
        : read.StartsWith(written + "T00:00:00", StringComparison.Ordinal) || read == written + ".000Z"
            || (double.TryParse(written, CultureInfo.InvariantCulture, out var a) && double.TryParse(read, CultureInfo.InvariantCulture, out var b)
                && Math.Abs(a - b) <= 1e-14 * Math.Abs(a));
}
