using System.Globalization;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

public class FrequencyReferenceTests
{
    [ReferenceFact("gauss-suppression")]
    public void The_z1_table_needs_six_suppressions_at_most()
    {
        var counts = new CountTable();
        foreach (var row in ReferenceRows.Read("gauss-suppression", "z1.csv"))
        {
            counts.Add(long.Parse(row[2], CultureInfo.InvariantCulture), row[0], row[1]);
        }

        counts.AddKey();
        counts.AddKey();

        var edition = counts.Protect(CountTable.Request(4, [0, 1], [0, 1]));

        var table = edition.Tables[0];
        Assert.True(edition.IsCertified);
        Assert.Equal(45, table.CellCount);
        Assert.Equal(["B/arbeid", "D/arbeid", "H/arbeid"], counts.Suppressed(table, CellStatus.Primary));
        Assert.InRange(table.Summary.Primary + table.Summary.Secondary, 3, 6);
    }

    [ReferenceFact("gauss-suppression")]
    public void The_d2_tables_with_their_zeros_protected_need_29_suppressions_at_most()
    {
        var cells = D2(ZeroTreatment.Protected);

        Assert.Equal(100, cells.Count);
        Assert.Equal(11, cells.Values.Count(status => status == CellStatus.Primary));
        Assert.InRange(cells.Values.Count(status => status != CellStatus.Published), 11, 29);
    }

    [ReferenceFact("gauss-suppression")]
    public void The_d2_tables_with_their_zeros_published_do_not_list_them()
    {
        var cells = D2(ZeroTreatment.Published);

        Assert.Equal(98, cells.Count);
        Assert.Equal(9, cells.Values.Count(status => status == CellStatus.Primary));
    }

    [ReferenceFact("sdctable-linked")]
    public void Tables_that_are_safe_alone_are_protected_against_their_difference()
    {
        var counts = Linked();
        var byCounty = CountTable.Request(4, [0, 1], [0, 1], []);
        var byGroup = CountTable.Request(4, [0, 1], [], [0, 1]);

        Assert.All([byCounty, byGroup], alone => Assert.Empty(SecondariesOf(counts, alone)));

        var edition = counts.Protect(byCounty, byGroup);

        Assert.True(edition.IsCertified);
        Assert.All(edition.Tables, table => Assert.Equal(["N/Total"], RegionsOf(counts, table)));
    }

    private static string[] SecondariesOf(CountTable counts, TableRequest request) =>
        counts.Suppressed(counts.Protect(request).Tables[0], CellStatus.Secondary);

    private static string[] RegionsOf(CountTable counts, ProtectedTable table) =>
        [.. counts.Suppressed(table, CellStatus.Secondary).Where(label => label.EndsWith("/Total", StringComparison.Ordinal))];

    private static CountTable Linked()
    {
        var counts = new CountTable();
        foreach (var row in ReferenceRows.Read("sdctable-linked", "microtable.csv"))
        {
            counts.Add(long.Parse(row[3], CultureInfo.InvariantCulture), row[0], row[1], row[2]);
        }

        counts.AddKey();
        counts.AddKey();
        counts.AddKey();
        return counts;
    }

    /// <summary>Regions lie in counties and in groups that cross the counties: two tables. The cells of both, each once.</summary>
    private static Dictionary<int, CellStatus> D2(ZeroTreatment zeros)
    {
        var counts = new CountTable();
        var countyOf = new Dictionary<string, string>();
        foreach (var row in ReferenceRows.Read("gauss-suppression", "d2.csv"))
        {
            counts.Add(long.Parse(row[4], CultureInfo.InvariantCulture), row[0], row[2], row[3]);
            countyOf[row[0]] = row[1];
        }

        counts.AddKey(region => countyOf[region]);
        counts.AddKey();
        counts.AddKey();
        var edition = counts.Protect(
            CountTable.Request(4, [0, 1, 2], [], [0, 1]) with { Zeros = zeros },
            CountTable.Request(4, [], [0, 1], [0, 1]) with { Zeros = zeros });
        Assert.True(edition.IsCertified);
        return edition.Tables
            .SelectMany(table => table.SystemCell.Zip(table.Status))
            .DistinctBy(cell => cell.First)
            .ToDictionary(cell => cell.First, cell => cell.Second);
    }
}
