using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

public class GroupDisclosureTests
{
    [Fact]
    public void Beside_a_category_that_everyone_is_in_nobody_can_tell_that_the_others_are_empty()
    {
        var table = Areas().Protect(Request([0, 1], [0, 1])).Tables[0];

        Assert.Equal(["north/well"], Suppressed(table, PrimaryRule.GroupDisclosure));
        Assert.Contains("north/ill", Areas().Suppressed(table, CellStatus.Secondary));
        Assert.Equal(1, table.Summary.PrimaryBy(PrimaryRule.GroupDisclosure));
    }

    [Fact]
    public void Without_a_secret_key_empty_cells_are_published() =>
        Assert.Empty(Suppressed(Areas().Protect(CountTable.Request(3, [0, 1], [0, 1])).Tables[0], PrimaryRule.GroupDisclosure));

    [Fact]
    public void A_key_without_its_total_tells_as_much() =>
        Assert.Equal(["north/well"], Suppressed(Areas().Protect(Request([0], [0])).Tables[0], PrimaryRule.GroupDisclosure));

    [Fact]
    public void Within_a_coarser_category_a_finer_one_is_a_secret_too()
    {
        // North is in both kinds of illness, and of the physical ones in one only.
        var counts = new CountTable();
        counts.Add(7, "north", "p1");
        counts.Add(8, "north", "m1");
        counts.Add(9, "south", "p1");
        counts.Add(10, "south", "p2");
        counts.Add(11, "south", "m1");
        counts.AddKey();
        counts.AddKey(label => label[..1]);

        var table = counts.Protect(Request([0, 1], [0, 1, 2])).Tables[0];

        Assert.Equal(["north/p2"], Suppressed(counts, table, PrimaryRule.GroupDisclosure));
        Assert.Empty(Suppressed(counts, counts.Protect(Request([0, 1], [0, 2])).Tables[0], PrimaryRule.GroupDisclosure));
    }

    [Fact]
    public void Another_table_of_the_same_secret_protects_it_with_the_first_and_one_that_shows_it_holds_the_edition()
    {
        var counts = new CountTable();
        counts.Add(7, "north", "ill", "old");
        counts.Add(8, "south", "ill", "young");
        counts.Add(25, "south", "well", "young");
        counts.Add(26, "south", "well", "old");
        counts.AddKey();
        counts.AddKey();
        counts.AddKey();
        TableRequest Of(params int[] keys) => new("t", [.. keys.Select(key => new TableKey(key, [0, 1]))], 3) { GroupKeys = [1] };

        Assert.True(counts.Protect(Of(0, 1), Of(0, 1, 2)).IsCertified);
        Assert.Equal(
            [TableCodes.ZerosShownElsewhere],
            counts.Protect(Of(0, 1), Of(0, 1, 2) with { GroupKeys = [] }).Doubts.Select(doubt => doubt.Code));
    }

    [Fact]
    public void Only_keys_of_the_table_can_be_secret() =>
        Assert.Throws<ArgumentException>(() => Areas().Protect(CountTable.Request(3, [0, 1]) with { GroupKeys = [1] }));

    [Fact]
    public void In_no_table_does_a_listed_margin_have_one_category_that_anyone_can_be_in() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(31, 5),
            Prop.ForAll(TableCases.Any(1, ZeroTreatment.Published), @case =>
            {
                var secret = @case with
                {
                    Requests = [.. @case.Requests.Select(request => request with { GroupKeys = [.. request.Keys.Take(1).Select(key => key.Key)] })],
                };
                var edition = secret.Protect();
                return edition.IsCertified && edition.Tables.All(table => !Tells(secret, table));
            }));

    /// <summary>Counts the parts of each margin that are listed: one that is not is empty, and everyone knows.</summary>
    private static bool Tells(TableCase @case, ProtectedTable table)
    {
        foreach (var (key, d) in table.Request.Keys.Select((key, d) => (key, d)).Where(each => table.Request.GroupKeys.Contains(each.key.Key)))
        {
            for (var level = 1; level < key.Levels.Count; level++)
            {
                var (fine, coarse) = (key.Levels[level - 1], key.Levels[level]);
                foreach (var margin in Enumerable.Range(0, table.CellCount).Where(cell => table.Levels[d][cell] == coarse))
                {
                    var category = table.Categories[d][margin];
                    var occurring = @case.RowCodes
                        .Where(codes => @case.CategoryAt(codes, key.Key, coarse) == category)
                        .Select(codes => @case.CategoryAt(codes, key.Key, fine))
                        .Distinct();
                    var listed = Enumerable.Range(0, table.CellCount).Count(cell =>
                        table.Levels[d][cell] == fine && IsWithin(@case, table, cell, margin, d));
                    if (occurring.Count() > 1 && listed < 2)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsWithin(TableCase @case, ProtectedTable table, int part, int margin, int refined)
    {
        for (var d = 0; d < table.Request.Keys.Count; d++)
        {
            var isSame = table.Levels[d][part] == table.Levels[d][margin] && table.Categories[d][part] == table.Categories[d][margin];
            var hierarchy = @case.Hierarchies[table.Request.Keys[d].Key];
            if (d == refined
                ? hierarchy.Parents(table.Levels[d][part], table.Levels[d][margin])[table.Categories[d][part]] != table.Categories[d][margin]
                : !isSame)
            {
                return false;
            }
        }

        return true;
    }

    private static CountTable Areas()
    {
        var counts = new CountTable();
        counts.Add(7, "north", "ill");
        counts.Add(3, "south", "ill");
        counts.Add(25, "south", "well");
        counts.AddKey();
        counts.AddKey();
        return counts;
    }

    private static TableRequest Request(params int[][] levels) => CountTable.Request(3, levels) with { GroupKeys = [1] };

    private static string[] Suppressed(ProtectedTable table, PrimaryRule rule) => Suppressed(Areas(), table, rule);

    private static string[] Suppressed(CountTable counts, ProtectedTable table, PrimaryRule rule) =>
    [
        .. Enumerable.Range(0, table.CellCount).Where(cell => table.Rule[cell] == rule).Select(cell => counts.Label(table, cell)).Order(),
    ];
}
