using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Publish.Metadata.Packages;
using Publish.Portal.Charts;
using Publish.Portal.Samples;

namespace Publish.Portal.Tests;

public sealed partial class ChartTests
{
    [Fact]
    public void A_chart_has_the_rows_at_its_levels_and_a_withheld_number_is_no_number()
    {
        var chart = Read(new PublishedChart("bar", "district", "count", "age_band"));
        Assert.Equal(["Norham", "Sutton, <West>"], chart.Categories);
        Assert.Equal(["0-19", "20+"], chart.Series.Select(series => series.Name));
        Assert.Equal([new ChartPoint(null, true), new ChartPoint(15, false)], chart.Series[0].Points);
        Assert.Equal([new ChartPoint(60, false), new ChartPoint(null, true)], chart.Series[1].Points);
    }

    [Fact]
    public void A_chart_that_is_not_split_has_the_totals_of_the_other_keys()
    {
        var chart = Read(new PublishedChart("line", "district", "pay_mean"));
        Assert.Equal(["Norham", "Sutton, <West>", "007"], chart.Categories);
        Assert.Equal([new ChartPoint(11.0m, false), new ChartPoint(9.9m, false), new ChartPoint(null, true)], Assert.Single(chart.Series).Points);
    }

    [Fact]
    public void A_row_that_is_not_there_is_neither_withheld_nor_a_number()
    {
        var csv = Some.Csv.Replace("Norham,0-19,,,c\n", "", StringComparison.Ordinal);
        Assert.Equal(new ChartPoint(null, false), Read(new PublishedChart("bar", "district", "count", "age_band"), csv).Series.Single(series => series.Name == "0-19").Points[0]);
    }

    [Fact]
    public async Task A_withheld_number_is_drawn_as_a_gap_and_never_as_zero()
    {
        using var folder = new PublishedFolder();
        folder.Publish("agency", "one", "2026-09");
        await folder.BuildAsync();
        var page = folder.Read("datasets/agency/one/index.html");

        Assert.Equal(2, page.Split("<text class=\"gap\"").Length - 1);
        var bars = Bar().Matches(page);
        Assert.Equal(2, bars.Count);
        Assert.All(bars, bar => Assert.NotEqual(bar.Groups["top"].Value, bar.Groups["axis"].Value));
        Assert.Equal(2, page[..page.IndexOf("id=\"hidden\"", StringComparison.Ordinal)].Split(">hidden (c)<").Length - 1);
    }

    [Fact]
    public void An_axis_holds_zero_and_every_number_and_has_round_steps() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        numbers =>
        {
            var values = numbers.Select(number => number / 7m).ToArray();
            var scale = ChartScale.Of(values);
            return scale.Lowest <= 0 && scale.Highest >= 0 && scale.Highest > scale.Lowest && scale.Steps <= 12
                && values.All(value => scale.ShareOf(value) is >= 0 and <= 1)
                && scale.Ticks.Contains(0) && scale.Ticks.Count() == scale.Steps + 1;
        }));

    [Fact]
    public void Too_many_categories_are_not_drawn()
    {
        var rows = string.Concat(Enumerable.Range(0, ChartReader.MostCategories + 1).Select(i => $"D{i},Total,5,1,\n"));
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes("district,age_band,count,pay_mean,status\n" + rows));
        Assert.Null(ReleaseSample.Read(csv, Release(new PublishedChart("bar", "district", "count")), Some.Release([])).Chart);
    }

    [Theory]
    [InlineData("a,b\n1,\"x,\"\"y\"\"\nz\"\n", "1", "x,\"y\"\nz")]
    [InlineData("a,b\n,\n", "", "")]
    [InlineData("a,b\n007,é\n", "007", "é")]
    public void Rows_are_read_as_they_were_written(string text, string first, string second)
    {
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Equal([first, second], CsvRows.Read(csv).Last());
    }

    [GeneratedRegex(@"M[0-9.]+ (?<top>[0-9.]+)h[0-9.]+V(?<axis>[0-9.]+)h-[0-9.]+z")]
    private static partial Regex Bar();

    private static ChartTable Read(PublishedChart chart, string text = Some.Csv)
    {
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return ReleaseSample.Read(csv, Release(chart), Some.Release([])).Chart!;
    }

    private static PublishedRelease Release(PublishedChart chart) => new("people", "table", "People", []) { Chart = chart };
}
