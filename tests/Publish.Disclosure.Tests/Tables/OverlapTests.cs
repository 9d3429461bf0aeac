using System.Globalization;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>Two or three tables of one key each over the same people: no small joint group follows from what is published.</summary>
public class OverlapTests
{
    private const int Threshold = 3;

    [Theory]
    [InlineData(2, 200)]
    [InlineData(3, 60)]
    public void No_small_group_in_a_cell_of_each_table_is_determined(int tables, int runs)
    {
        var protectedRuns = 0;
        for (var seed = 0; seed < runs; seed++)
        {
            var (classes, counts) = Random(new Random(seed), tables);
            var edition = counts.Protect([.. Enumerable.Range(0, tables).Select(key => new TableRequest($"by {key}", [new TableKey(key, [0, 1])], Threshold))]);
            var published = Published(edition, counts, classes).ToArray();
            var solver = new RationalSolver(published);
            foreach (var (index, (_, count)) in classes.Index().Where(item => item.Item.Count < Threshold))
            {
                Assert.False(solver.Spans([.. Enumerable.Range(0, classes.Length).Select(item => item == index ? 1 : 0)]), $"seed {seed}: {count} people");
            }

            protectedRuns += edition.Tables.Any(table => table.Status.Contains(CellStatus.Secondary)) ? 1 : 0;
        }

        Assert.True(protectedRuns > runs / 20);
    }

    [Fact]
    public void A_group_that_a_subtraction_leaves_over_is_protected_though_it_is_made_of_several()
    {
        // C1 is U1, one person of U2 and one of U3: each of these two is uncertain, both together are not.
        var counts = new CountTable();
        foreach (var (county, union, count) in new[] { ("C1", "U1", 5), ("C1", "U2", 1), ("C1", "U3", 1), ("C2", "U2", 5), ("C2", "U3", 5), ("C3", "U4", 5) })
        {
            counts.Add(count, county, union);
        }

        counts.AddKey();
        counts.AddKey();
        var edition = counts.Protect(new TableRequest("counties", [new TableKey(0, [0, 1])], Threshold), new TableRequest("unions", [new TableKey(1, [0, 1])], Threshold));

        var shown = edition.Tables.SelectMany(table => Enumerable.Range(0, table.CellCount).Where(cell => table.Status[cell] == CellStatus.Published).Select(cell => counts.Label(table, cell))).ToHashSet();
        Assert.False(shown.Contains("C1") && shown.Contains("U1"));
        Assert.Contains("Total", shown);
    }

    private static ((string[] Labels, long Count)[] Classes, CountTable Counts) Random(Random random, int tables)
    {
        var classes = Enumerable.Range(0, (int)Math.Pow(4, tables)).Where(_ => random.Next(3) == 0)
            .Select(item => (
                Labels: Enumerable.Range(0, tables).Select(key => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + key)}{item / (int)Math.Pow(4, key) % 4}")).ToArray(),
                Count: random.Next(4) == 0 ? random.NextInt64(1, 3) : random.NextInt64(3, 30)))
            .Append((Labels: Enumerable.Range(0, tables).Select(key => $"{(char)('A' + key)}4").ToArray(), Count: 9L))
            .ToArray();
        var counts = new CountTable();
        foreach (var (labels, count) in classes)
        {
            counts.Add(count, labels);
        }

        for (var key = 0; key < tables; key++)
        {
            counts.AddKey();
        }

        return (classes, counts);
    }

    private static IEnumerable<int[]> Published(ProtectedEdition edition, CountTable counts, (string[] Labels, long Count)[] classes)
    {
        foreach (var (key, table) in edition.Tables.Index())
        {
            for (var cell = 0; cell < table.CellCount; cell++)
            {
                if (table.Status[cell] == CellStatus.Published)
                {
                    var label = counts.Label(table, cell);
                    yield return [.. classes.Select(item => label == "Total" || item.Labels[key] == label ? 1 : 0)];
                }
            }
        }
    }
}
