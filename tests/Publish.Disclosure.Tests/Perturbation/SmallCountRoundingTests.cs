using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Perturbation;
using Publish.Disclosure.Tables;
using Publish.Disclosure.Tests.Tables;

namespace Publish.Disclosure.Tests.Perturbation;

public class SmallCountRoundingTests
{
    private const string Reference = "small-count-rounding";

    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261125UL, 5UL);

    [ReferenceFact(Reference)]
    public void The_authors_example_comes_out_as_theirs()
    {
        var rows = ReferenceRows.Read(Reference, "exPSD.csv");
        var publish = ReferenceRows.Read(Reference, "exPSD_base5_publish_expected.csv");
        long[] inner = [.. rows.Select(row => Long(row[2]))];
        var published = Rows(rows.Select(row => Enumerable.Range(0, publish.Length).Where(p =>
            (publish[p][0] == "Total" || publish[p][0] == row[0]) && (publish[p][1] == "Total" || publish[p][1] == row[1]))));

        var rounded = SmallCountRounding.Round(inner, published, publish.Length, 5);

        Assert.Equal(ReferenceRows.Read(Reference, "exPSD_base5_inner_expected.csv").Select(row => Long(row[3])), rounded);
        var (before, after) = (Sums(inner, published, publish.Length), Sums(rounded, published, publish.Length));
        Assert.Equal(publish.Select(row => Long(row[2])), before);
        Assert.Equal(publish.Select(row => Long(row[3])), after);
        Assert.Equal(2, before.Zip(after, (one, other) => Math.Abs(one - other)).Max());
        Assert.Equal(0.9409510, HellingerUtility.Of(before, after), 7);
    }

    [Fact]
    public void No_published_cell_is_small_and_cells_outside_small_ones_stay() =>
        Check.One(Fixed, Prop.ForAll(Tables.ToArbitrary(), table =>
        {
            var rounded = SmallCountRounding.Round(table.Inner, table.Published, table.Cells, table.Base);
            var after = Sums(rounded, table.Published, table.Cells);
            return after.All(count => count == 0 || count >= table.Base)
                && table.Inner.Zip(rounded).All(pair => pair.First == pair.Second || (pair.First < table.Base && (pair.Second == 0 || pair.Second == table.Base)));
        }));

    [Fact]
    public void A_table_without_small_cells_stays_as_it_is() =>
        Check.One(Fixed, Prop.ForAll(Tables.ToArbitrary(), table =>
        {
            var rounded = SmallCountRounding.Round(table.Inner, table.Published, table.Cells, table.Base);
            return SmallCountRounding.Round(rounded, table.Published, table.Cells, table.Base).SequenceEqual(rounded);
        }));

    [Fact]
    public void The_grand_total_moves_by_less_than_the_base_where_one_round_is_enough()
    {
        // Every inner cell is published: all small ones are rounded at once.
        Check.One(Fixed, Prop.ForAll(Gen.Choose(0, 9).ArrayOf(12).ToArbitrary(), counts =>
        {
            long[] inner = [.. counts.Select(count => (long)count)];
            var rounded = SmallCountRounding.Round(inner, Some.TwoWay(3, 4), 20, 5);
            return 2 * Math.Abs(inner.Sum() - rounded.Sum()) <= 5 || rounded.Sum() % 5 == 0;
        }));
    }

    [Fact]
    public void More_cells_than_are_chosen_among_at_once_are_all_rounded()
    {
        long[] inner = [.. Enumerable.Range(0, 2500).Select(cell => (long)(cell % 7))];
        var rounded = SmallCountRounding.Round(inner, Some.TwoWay(50, 50), 2601, 5);

        Assert.DoesNotContain(Sums(rounded, Some.TwoWay(50, 50), 2601), count => count is > 0 and < 5);
        Assert.InRange(rounded.Sum() - inner.Sum(), -5, 5);
    }

    [Fact]
    public void Equal_tables_have_utility_1()
    {
        Assert.Equal(1, HellingerUtility.Of([3, 0], [3, 0]));
        Assert.Equal(1, HellingerUtility.Of([], []));
        Assert.True(HellingerUtility.Of([3, 5], [5, 5]) < 1);
    }

    private sealed record Case(long[] Inner, SparseRows Published, int Cells, int Base);

    // Two-way tables; in half of them only the totals are published.
    private static Gen<Case> Tables =>
        from counts in Gen.Choose(0, 6).ArrayOf(20)
        from roundingBase in Gen.Choose(2, 6)
        from onlyTotals in Gen.Elements(true, false)
        select new Case(
            [.. counts.Select(count => (long)count)],
            onlyTotals ? Rows(Enumerable.Range(0, 20).Select(cell => new[] { cell / 5, 4 + (cell % 5), 9 })) : Some.TwoWay(4, 5),
            onlyTotals ? 10 : 30,
            roundingBase);

    private static SparseRows Rows(IEnumerable<IEnumerable<int>> rows)
    {
        var starts = new List<int> { 0 };
        var cells = new List<int>();
        foreach (var row in rows)
        {
            cells.AddRange(row);
            starts.Add(cells.Count);
        }

        return new SparseRows([.. starts], [.. cells]);
    }

    private static long[] Sums(long[] inner, SparseRows published, int cells) =>
        [.. Enumerable.Range(0, cells).Select(p => Enumerable.Range(0, inner.Length)
            .Where(i => published.Cells.AsSpan(published.Starts[i]..published.Starts[i + 1]).Contains(p)).Sum(i => inner[i]))];

    private static long Long(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
