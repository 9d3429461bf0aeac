using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

public class CheapestCoarseningTests
{
    [Fact]
    public void The_level_that_loses_the_fewest_cells_is_dropped()
    {
        // Few are in (a1, f): without the districts three areas by sex are left, without sex six districts and areas.
        var table = Protect(2, 9, 9, 9, 9, 9, 9, 9);

        Assert.Equal("1 0: 9", Shown(CheapestCoarsening.Of(table)));
    }

    [Fact]
    public void Nothing_has_to_be_coarser_where_nothing_is_hidden() =>
        Assert.Null(CheapestCoarsening.Of(Protect(9, 9, 9, 9, 9, 9, 9, 9)));

    [Fact]
    public void Where_the_areas_are_too_small_as_well_only_totals_help() =>
        Assert.Equal("0 1: 7", Shown(CheapestCoarsening.Of(Protect(1, 9, 1, 9, 9, 9, 9, 9))));

    [Fact]
    public void There_is_no_help_where_even_the_total_is_too_small() =>
        Assert.Null(CheapestCoarsening.Of(Protect(1, 0, 0, 0, 0, 0, 0, 1)));

    private static string Shown((int[] Finest, int Cells)? choice) => $"{string.Join(' ', choice!.Value.Finest)}: {choice.Value.Cells}";

    /// <summary>Two areas of two districts each, by sex: the counts of each district's women and men.</summary>
    private static ProtectedTable Protect(params long[] counts)
    {
        var table = new CountTable();
        for (var i = 0; i < counts.Length; i++)
        {
            table.Add(counts[i], new[] { "a1", "a2", "b1", "b2" }[i / 2], i % 2 == 0 ? "f" : "m");
        }

        table.AddKey(district => district[..1]);
        table.AddKey();
        return table.Protect(CountTable.Request(3, [0, 1, 2], [0, 1])).Tables[0];
    }
}
