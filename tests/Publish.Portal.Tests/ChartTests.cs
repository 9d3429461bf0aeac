using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Publish.Metadata.Packages;
using Publish.Policies.Releases;
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
        var chart = ReleaseSample.Read(csv, Release(new PublishedChart("bar", "district", "count")), Some.Release([])).Chart!;
        Assert.True(chart.IsTooLarge);
        Assert.False(chart.IsDrawn);
    }

    [Fact]
    public async Task A_chart_with_too_many_numbers_is_said_to_have_them()
    {
        var page = await PageAsync(Rows(ChartReader.MostCategories + 1, 2));
        Assert.Contains("This chart has more numbers than a page can show.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"img\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_have_no_room_below_columns_stand_whole_beside_bars()
    {
        var page = await PageAsync(Rows(12, 2));
        Assert.All(Enumerable.Range(0, 12), i =>
        {
            Assert.Contains(FormattableString.Invariant($">Little Norham {i:D2} and the</text>"), page, StringComparison.Ordinal);
            Assert.Contains(">Sutton Hills</text>", page, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("…</text>", page, StringComparison.Ordinal);
        Assert.Equal(12, Lying().Count(page));
        Assert.Equal(12, page.Split("<text class=\"gap\"").Length - 1);
    }

    [Fact]
    public async Task More_series_than_can_be_told_apart_are_shown_as_their_numbers()
    {
        var page = await PageAsync(Rows(3, ChartTable.MostSeries + 1));
        Assert.Contains("With 7 groups a drawing could not be read", page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"img\"", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">106</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">hidden (c)</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_of_several_lines_stand_in_a_strip_with_the_name_of_each()
    {
        var page = await PageAsync(Rows(4, 3), kind: ChartKind.Line);
        Assert.All(new[] { "age 0", "age 2" }, name => Assert.Single(Label().Matches(page), label => label.Groups["text"].Value == name));
        Assert.DoesNotContain(Label().Matches(page), label => label.Groups["text"].Value == "age 1");
        var marks = Label().Matches(page).Where(label => label.Groups["text"].Value == "c").Select(label => label.Groups["y"].Value).ToArray();
        Assert.Equal(8, marks.Length);
        Assert.Equal(2, marks.Distinct().Count());
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

    [GeneratedRegex(@"M[0-9.]+ [0-9.]+H[0-9.]+v[0-9.]+H[0-9.]+z")]
    private static partial Regex Lying();

    [GeneratedRegex("<text[^>]* y=\"(?<y>[0-9.]+)\"[^>]*>(?<text>[^<]*)</text>")]
    private static partial Regex Label();

    private static string Name(int i) => FormattableString.Invariant($"Little Norham {i:D2} and the Sutton Hills");

    // Districts by ages; the numbers of every second age are withheld.
    private static string Rows(int districts, int ages) => "district,age_band,count,pay_mean,status\n" + string.Concat(
        from district in Enumerable.Range(0, districts)
        from age in Enumerable.Range(0, ages)
        select FormattableString.Invariant($"{Name(district)},age {age},{(age % 2 == 0 ? ",,c" : FormattableString.Invariant($"{101 + age},9.5,"))}\n"));

    private static async Task<string> PageAsync(string csv, ChartKind kind = ChartKind.Bar)
    {
        using var folder = new PublishedFolder();
        folder.Publish("agency", "one", "2026-09", csv: csv, change: policy => policy with
        {
            Releases = [.. policy.Tables.Select(table => table with { Chart = table.Chart! with { Kind = kind } })],
        });
        await folder.BuildAsync();
        return folder.Read("datasets/agency/one/index.html");
    }

    private static ChartTable Read(PublishedChart chart, string text = Some.Csv)
    {
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return ReleaseSample.Read(csv, Release(chart), Some.Release([])).Chart!;
    }

    private static PublishedRelease Release(PublishedChart chart) => new("people", "table", "People", []) { Chart = chart };
}
