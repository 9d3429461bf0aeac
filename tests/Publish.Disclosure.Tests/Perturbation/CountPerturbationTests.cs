using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Publish.Codes;
using Publish.Disclosure.Perturbation;
using Publish.Disclosure.Tables;
using Publish.Disclosure.Tests.Tables;

namespace Publish.Disclosure.Tests.Perturbation;

/// <summary>Perturbation of the tables of an edition: two tables, one by two keys and one by the first alone.</summary>
public class CountPerturbationTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20261125UL, 9UL);

    private static readonly TableRequest[] Requests =
        [CountTable.Request(1, [0, 1, 2], [0, 1]), CountTable.Request(1, [0, 2])];

    [Fact]
    public void One_cell_in_two_tables_has_one_number() => ForAllEditions((perturbation, counts, tables, perturbed) =>
    {
        var first = tables[0].SystemCell.Zip(perturbed[0].Counts).ToDictionary(pair => pair.First, pair => pair.Second);
        return tables[1].SystemCell.Zip(perturbed[1].Counts).All(pair => first[pair.First] == pair.Second);
    });

    [Fact]
    public void A_cell_of_two_tables_is_listed_in_both_or_in_none() => ForAllEditions((_, _, tables, perturbed) =>
    {
        var first = tables[0].SystemCell.Zip(perturbed[0].IsListed).ToDictionary(pair => pair.First, pair => pair.Second);
        return tables[1].SystemCell.Zip(perturbed[1].IsListed).All(pair => first[pair.First] == pair.Second);
    });

    [Fact]
    public void A_cell_that_is_not_0_is_listed_with_its_totals() => ForAllEditions((_, counts, tables, perturbed) =>
    {
        var listed = Enumerable.Range(0, tables[0].CellCount).Where(cell => perturbed[0].IsListed[cell])
            .Select(cell => counts.Label(tables[0], cell)).ToHashSet();
        return Enumerable.Range(0, tables[0].CellCount)
            .Where(cell => perturbed[0].Counts[cell] != 0)
            .Select(cell => counts.Label(tables[0], cell).Split('/'))
            .All(label => listed.Contains($"{label[0]}/{label[1]}") && listed.Contains($"Total/{label[1]}") && listed.Contains($"{label[0]}/Total"));
    });

    [Fact]
    public void Small_count_rounding_adds_up_over_all_tables() => Check.One(Fixed, Prop.ForAll(Counts.ToArbitrary(), cells =>
    {
        var (counts, tables, perturbed) = Perturb(cells, new SmallCounts(4));
        var value = Enumerable.Range(0, tables[0].CellCount).ToDictionary(
            cell => counts.Label(tables[0], cell), cell => perturbed[0].Counts[cell]);
        return value.Values.All(count => count is 0 or >= 4)
            && value["Total/Total"] == value.Where(cell => !cell.Key.Contains("Total") && !cell.Key.Contains('g')).Sum(cell => cell.Value);
    }));

    [Fact]
    public void A_suppressed_cell_is_listed_and_stays_suppressed()
    {
        var counts = TableOf([1, 9, 9, 9, 9, 9, 9, 9]);
        var tables = counts.Protect(CountTable.Request(3, [0, 2], [0, 1])).Tables;

        var perturbed = new ConventionalCounts(20).Perturb(counts.Classes(), counts.Hierarchies, tables).Tables;

        Assert.Contains(CellStatus.Primary, tables[0].Status);
        Assert.All(
            Enumerable.Range(0, tables[0].CellCount).Where(cell => tables[0].Status[cell] != CellStatus.Published),
            cell => Assert.True(perturbed[0].IsListed[cell]));
    }

    [Fact]
    public void Respondents_who_recur_cannot_be_rounded_with_kept_sums()
    {
        var counts = TableOf([1, 2, 3, 4, 5, 6, 7, 8]);
        var tables = counts.Protect(Requests).Tables;
        var once = counts.Classes();
        var classes = new ClassTable(once.Codes, once.Respondents, once.Rows, [], new RespondentOverlaps([0, 2], [0, 1], [1]));

        var refusal = Assert.Throws<CodedException>(() => new SmallCounts(3).Perturb(classes, counts.Hierarchies, tables));

        Assert.Equal(PerturbationCodes.RecurringRespondents, Assert.Single(refusal.Findings).Code);
    }

    [Fact]
    public void The_same_people_get_the_same_noise_in_another_edition()
    {
        // The second edition has more people in its last class; all other cells are of the same people.
        var (firstCounts, firstTables, first) = Perturb([3, 5, 7, 2, 4, 6, 8, 1], CellKeys());
        var (_, secondTables, second) = Perturb([3, 5, 7, 2, 4, 6, 8, 2], CellKeys());

        var compared = 0;
        for (var cell = 0; cell < firstTables[0].CellCount; cell++)
        {
            if (firstTables[0].Respondents[cell] == secondTables[0].Respondents[cell])
            {
                Assert.Equal(first[0].Counts[cell], second[0].Counts[cell]);
                compared++;
            }
        }

        Assert.InRange(compared, 8, firstCounts.Classes().ClassCount * 6);
    }

    // Class i has the people 100 i, 100 i + 1, …
    private static CellKeyCounts CellKeys(int[]? cells = null)
    {
        var people = cells ?? [3, 5, 7, 2, 4, 6, 8, 1];
        return new CellKeyCounts(Some.Table, new RecordKeySums(
            [.. people.Select((count, c) => Enumerable.Range(100 * c, count).Aggregate(0UL, (sum, person) => unchecked(sum + Some.Key().RecordKey(person))))],
            []));
    }

    private static void ForAllEditions(Func<CountPerturbation, CountTable, IReadOnlyList<ProtectedTable>, IReadOnlyList<PerturbedTable>, bool> holds) =>
        Check.One(Fixed, Prop.ForAll(Counts.ToArbitrary(), cells =>
            new CountPerturbation[] { new ConventionalCounts(5), new RandomCounts(3, Some.Key()), new SmallCounts(4), CellKeys(cells) }.All(perturbation =>
            {
                var (counts, tables, perturbed) = Perturb(cells, perturbation);
                return holds(perturbation, counts, tables, perturbed);
            })));

    private static Gen<int[]> Counts => Gen.Choose(1, 9).ArrayOf(8);

    private static (CountTable Counts, IReadOnlyList<ProtectedTable> Tables, IReadOnlyList<PerturbedTable> Perturbed) Perturb(
        int[] cells, CountPerturbation perturbation)
    {
        var counts = TableOf(cells);
        var tables = counts.Protect(Requests).Tables;
        return (counts, tables, perturbation.Perturb(counts.Classes(), counts.Hierarchies, tables).Tables);
    }

    // Four places in two regions, by sex.
    private static CountTable TableOf(int[] cells)
    {
        var counts = new CountTable();
        for (var cell = 0; cell < cells.Length; cell++)
        {
            counts.Add(cells[cell], string.Create(CultureInfo.InvariantCulture, $"p{cell / 2}"), cell % 2 == 0 ? "f" : "m");
        }

        counts.AddKey(place => place is "p0" or "p1" ? "g0" : "g1");
        counts.AddKey();
        return counts;
    }
}
