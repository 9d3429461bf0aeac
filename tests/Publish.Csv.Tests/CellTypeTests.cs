namespace Publish.Csv.Tests;

public sealed class CellTypeTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("-7", -7)]
    [InlineData("12345678", 12345678)]
    [InlineData("123456789", 123456789)]
    [InlineData("1234567890123456", 1234567890123456)]
    [InlineData("12345678901234567", 12345678901234567)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void An_integer_is_its_digits(string cell, long value) => Assert.Equal(value, Value(cell, Some.Integer("c")));

    [Theory]
    [InlineData("007")]
    [InlineData("-0")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("1_000")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("٣")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("18446744073709551617")]
    [InlineData("100000000000000000000")]
    [InlineData("1234567a")]
    [InlineData("a2345678901")]
    [InlineData("12345678/")]
    [InlineData("1234567:")]
    public void What_is_no_plain_integer_is_refused(string cell) => Refused(cell, Some.Integer("c"));

    [Theory]
    [InlineData("1.25", 2, 125)]
    [InlineData("1.2", 2, 120)]
    [InlineData("1", 2, 100)]
    [InlineData("-1.25", 2, -125)]
    [InlineData("0.05", 2, 5)]
    [InlineData("-0.00", 2, 0)]
    [InlineData("1.2500", 2, 125)]
    [InlineData("1.250000000000000000000000000000", 2, 125)]
    [InlineData("12345678.25", 2, 1234567825)]
    [InlineData("92233720368547758.07", 2, long.MaxValue)]
    [InlineData("-92233720368547758.08", 2, long.MinValue)]
    [InlineData("9.223372036854775807", 18, long.MaxValue)]
    [InlineData("5", 0, 5)]
    [InlineData("5.0", 0, 5)]
    public void A_decimal_is_scaled_exactly(string cell, int scale, long value) =>
        Assert.Equal(value, Value(cell, Decimal(scale)));

    [Theory]
    [InlineData("100.555")]
    [InlineData("1.2345678901")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("00.5")]
    [InlineData("-.5")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData("1..2")]
    [InlineData("1,5")]
    [InlineData("1e5")]
    [InlineData("NaN")]
    [InlineData(" 1.5")]
    [InlineData("+1.5")]
    [InlineData("92233720368547758.08")]
    [InlineData("99999999999999999999")]
    [InlineData("123456789.")]
    [InlineData(".123456789")]
    public void What_is_no_decimal_of_two_places_is_refused(string cell) => Refused(cell, Decimal(2));

    [Fact]
    public void A_decimal_comma_is_read_when_declared_and_a_point_is_not()
    {
        var format = Some.Format with { DecimalMark = ',', Delimiter = ';' };
        Assert.Equal(150L, Value("1,5", Decimal(2), format));
        Refused("1.5", Decimal(2), format);
        Refused("1.234,5", Decimal(2), format);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("TRUE", 1)]
    [InlineData("1", 1)]
    [InlineData("False", 0)]
    [InlineData("0", 0)]
    public void Booleans_are_those_of_table_schema(string cell, long value) =>
        Assert.Equal(value, Value(cell, new CsvColumn("c", CellType.Boolean)));

    [Fact]
    public void Declared_texts_of_true_and_false_replace_the_defaults()
    {
        var column = new CsvColumn("c", CellType.Boolean) { TrueValues = ["ja"], FalseValues = ["nein"] };
        Assert.Equal(1L, Value("ja", column));
        Assert.Equal(0L, Value("nein", column));
        Refused("true", column);
    }

    [Fact]
    public void Every_day_of_the_calendar_is_read_and_no_other()
    {
        for (var year = 1; year <= 9999; year += year is > 1890 and < 2110 ? 1 : 97)
        {
            for (var day = 1; day <= 32; day++)
            {
                foreach (var month in (int[])[0, 1, 2, 4, 11, 12, 13])
                {
                    var pattern = DayNumber(year, month, day);
                    var cell = $"{year:0000}-{month:00}-{day:00}";
                    Assert.Equal(pattern, Dates.Parse(cell, "yyyy-MM-dd"));
                }
            }
        }
    }

    [Theory]
    [InlineData("31/12/2026", "dd/MM/yyyy")]
    [InlineData("31.12.2026", "dd.MM.yyyy")]
    [InlineData("12-31-2026", "MM-dd-yyyy")]
    [InlineData("20261231", "yyyyMMdd")]
    [InlineData("2026, 12, 31", "yyyy, MM, dd")]
    public void A_declared_date_format_is_read(string cell, string pattern) =>
        Assert.Equal(DayNumber(2026, 12, 31), Dates.Parse(cell, pattern));

    [Theory]
    [InlineData("2026-1-01")]
    [InlineData("2026-01-1")]
    [InlineData("26-01-01")]
    [InlineData("2026/01/01")]
    [InlineData("2026-01-01 ")]
    [InlineData("2026-02-29")]
    [InlineData("0000-01-01")]
    [InlineData("epoch")]
    [InlineData("infinity")]
    [InlineData("2026-0:-01")]
    [InlineData("2026-01-0/")]
    [InlineData("²026-01-01")]
    public void What_is_no_iso_date_is_refused(string cell) => Refused(cell, new CsvColumn("c", CellType.Date));

    [Theory]
    [InlineData("1970-01-01T00:00:00", 0)]
    [InlineData("1970-01-01 00:00:01", 1_000_000)]
    [InlineData("1970-01-01T00:00:00.5", 500_000)]
    [InlineData("1970-01-01T00:00:00.123456Z", 123_456)]
    [InlineData("1970-01-01T00:00:00.123456000", 123_456)]
    [InlineData("1970-01-01T01:00:00+01:00", 0)]
    [InlineData("1969-12-31T23:30:00-00:30", 0)]
    [InlineData("1970-01-02T23:59:59Z", 172_799_000_000)]
    public void A_timestamp_is_microseconds_of_utc(string cell, long value) =>
        Assert.Equal(value, Value(cell, new CsvColumn("c", CellType.Timestamp)));

    [Theory]
    [InlineData("1970-01-01")]
    [InlineData("1970-01-01T00:00")]
    [InlineData("1970-01-01T24:00:00")]
    [InlineData("1970-01-01T00:60:00")]
    [InlineData("1970-01-01T00:00:60")]
    [InlineData("1970-01-01T00:00:00.")]
    [InlineData("1970-01-01T00:00:00.1234567")]
    [InlineData("1970-01-01T00:00:00.0000000000")]
    [InlineData("1970-01-01T00:00:00z")]
    [InlineData("1970-01-01T00:00:00+0100")]
    [InlineData("1970-01-01T00:00:00+24:00")]
    [InlineData("1970-01-01T00:00:00+01:60")]
    [InlineData("1970-01-01T00:00:00ZZ")]
    [InlineData("1970-01-01t00:00:00")]
    [InlineData("1970-02-30T00:00:00")]
    public void What_is_no_iso_timestamp_is_refused(string cell) => Refused(cell, new CsvColumn("c", CellType.Timestamp));

    [Fact]
    public void A_declared_timestamp_format_is_read()
    {
        var format = Some.Format with { TimestampFormat = "dd/MM/yyyy HH:mm" };
        var column = new CsvColumn("c", CellType.Timestamp);
        Assert.Equal(86_400_000_000L + 3_660_000_000L, Value("02/01/1970 01:01", column, format));
        Refused("1970-01-02T01:01:00", column, format);
    }

    [Theory]
    [InlineData("yyyy-MM-dd", true)]
    [InlineData("dd/MM/yyyy", true)]
    [InlineData("yy-MM-dd", false)]
    [InlineData("yyyy-MM", false)]
    [InlineData("yyyy-MM-dd-MM", false)]
    [InlineData("d/M/yyyy", false)]
    [InlineData("yyyyxMMxdd", false)]
    [InlineData("", false)]
    [InlineData("yyyy\"MM\"dd", false)]
    public void Date_formats_are_of_fixed_width(string format, bool accepted) =>
        Assert.Equal(accepted, CsvFormat.IsDateFormat(format));

    [Fact]
    public void The_type_error_says_that_leading_zeros_would_be_lost()
    {
        var (report, _) = Some.Read("c\n007\n", Some.Integer("c"));
        Assert.Contains("declare the column as text", Assert.Single(report.Faults).First[0].ToString(), StringComparison.Ordinal);
    }

    private static long? DayNumber(int year, int month, int day) =>
        month is >= 1 and <= 12 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber
            : null;

    private static CsvColumn Decimal(int scale) => new("c", CellType.Decimal) { Scale = scale };

    private static object? Value(string cell, CsvColumn column, CsvFormat? format = null)
    {
        var (report, rows) = Some.Read(Some.Utf8($"c\n\"{cell}\"\n"), format, null, column);
        Assert.True(report.IsClean, Some.Describe(report));
        return Assert.Single(rows.All).Cells[0];
    }

    private static void Refused(string cell, CsvColumn column, CsvFormat? format = null)
    {
        var (report, rows) = Some.Read(Some.Utf8($"c\n\"{cell}\"\n"), format, null, column);
        Assert.Equal(["type-error 2:2:1"], Some.Places(report));
        Assert.Empty(rows.All);
    }
}
