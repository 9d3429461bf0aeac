using FsCheck;
using FsCheck.Fluent;

namespace Publish.Disclosure.Tests.Records;

public sealed class RespondentOverlapsTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261001UL, 7UL);

    [Fact]
    public void Counts_by_cell_are_those_of_sets_of_respondents() =>
        Prop.ForAll(Visits.ToArbitrary(), visits =>
        {
            var table = TableOf(visits);
            var cellOf = visits.CellOf;
            return table.RespondentsByCell(cellOf, 3).SequenceEqual(Enumerable.Range(0, 3).Select(cell => People(visits, cellOf, cell)));
        }).Check(Fixed);

    [Fact]
    public void Coarsening_and_counting_again_is_counting_at_once() =>
        Prop.ForAll(Visits.ToArbitrary(), visits =>
        {
            var table = TableOf(visits);
            var overlaps = table.Overlaps.Coarsen(visits.CellOf);
            var counts = table.RespondentsByCell(visits.CellOf, 3);
            int[] coarser = [0, 1, 1];
            var joined = new[] { counts[0], counts[1] + counts[2] };
            overlaps.TakeAwayRepeats(coarser, joined);
            int[] direct = [.. visits.CellOf.Select(cell => cell < 0 ? -1 : coarser[cell])];
            return joined.SequenceEqual(table.RespondentsByCell(direct, 2));
        }).Check(Fixed);

    [Fact]
    public void Groups_that_meet_in_the_same_cells_become_one()
    {
        // Two respondents in classes 0 and 2, three in 1 and 3, one in 0 and 1.
        var overlaps = new RespondentOverlaps([0, 2, 4, 6], [0, 2, 1, 3, 0, 1], [2, 3, 1]);
        var coarser = overlaps.Coarsen([0, 0, 1, 1]);
        Assert.Equal([0, 2], coarser.Starts);
        Assert.Equal([0, 1], coarser.Classes);
        Assert.Equal([5L], coarser.Respondents);
    }

    [Fact]
    public void Arrays_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new RespondentOverlaps([0, 1], [0, 1], [1]));
        Assert.Throws<ArgumentException>(() => new ClassTable([[0, 1]], [1], [1], [], RespondentOverlaps.None));
    }

    private sealed record Visit(int[] ClassOf, int[] PersonOf, int[] CellOf);

    // Twelve rows among six classes and five people; every class has a row.
    private static Gen<Visit> Visits =>
        from classes in Gen.Choose(0, 5).ArrayOf(12)
        from people in Gen.Choose(0, 4).ArrayOf(18)
        from cells in Gen.Choose(-1, 2).ArrayOf(6)
        select new Visit([.. Enumerable.Range(0, 6), .. classes], people, cells);

    private static long People(Visit visits, int[] cellOf, int cell) =>
        visits.ClassOf.Zip(visits.PersonOf).Where(row => cellOf[row.First] == cell).Select(row => row.Second).Distinct().Count();

    private static ClassTable TableOf(Visit visits)
    {
        var sets = Enumerable.Range(0, 5)
            .Select(person => visits.ClassOf.Where((_, row) => visits.PersonOf[row] == person).Distinct().ToArray())
            .Where(set => set.Length > 1)
            .ToArray();
        var starts = sets.Aggregate(new List<int> { 0 }, (list, set) => [.. list, list[^1] + set.Length]);
        int[] each = [.. Enumerable.Range(0, 6)];
        return new ClassTable(
            [each],
            [.. each.Select(c => People(visits, each, c))],
            [.. each.Select(c => visits.ClassOf.LongCount(of => of == c))],
            [],
            new RespondentOverlaps([.. starts], [.. sets.SelectMany(set => set)], [.. sets.Select(_ => 1L)]));
    }
}
