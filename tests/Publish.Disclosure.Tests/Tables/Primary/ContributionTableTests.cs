using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tests.Tables.Primary;

public class ContributionTableTests
{
    [Fact]
    public void A_respondents_contributions_to_one_cell_are_added_before_any_is_called_large()
    {
        // Respondent 1 adds 4 to each of three classes; respondent 2 adds 10 to one of them.
        var table = Build(3, 1, [(1, 0, 4), (1, 1, 4), (1, 2, 4), (2, 0, 10)]);

        Assert.Equal([(Contribution)12L], table.Coarsen([0, 0, 0], 1).ByClass().Of(0).ToArray());
        Assert.Equal([(Contribution)10L], table.ByClass().Of(0).ToArray());
    }

    [Fact]
    public void A_gain_and_a_loss_of_one_respondent_in_one_cell_cancel_out()
    {
        var table = Build(2, 5, [(1, 0, 100), (1, 1, -100), (2, 0, 3)]).Coarsen([0, 0], 1).ByClass();

        Assert.Equal(3, table.Totals[0]);
        Assert.Equal([(Contribution)3L, 0L], table.Of(0).ToArray());
    }

    [Fact]
    public void Joining_classes_gives_what_counting_the_cells_anew_gives() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll<int>(JoinClasses));

    private static void JoinClasses(int seed)
    {
        var random = new System.Random(seed);
        var (classes, cells, depth) = (random.Next(1, 7), random.Next(1, 4), random.Next(0, 4));
        var cellOf = Enumerable.Range(0, classes).Select(_ => random.Next(-1, cells)).ToArray();
        var rows = Enumerable.Range(0, random.Next(30))
            .Select(_ => (Respondent: random.Next(10), Class: random.Next(classes), Value: (long)random.Next(-9, 20)))
            .ToArray();

        var joined = Build(classes, depth, rows).Coarsen(cellOf, cells).ByClass();

        for (var cell = 0; cell < cells; cell++)
        {
            var own = rows.Where(row => cellOf[row.Class] == cell)
                .GroupBy(row => row.Respondent, row => row.Value)
                .Select(values => values.Sum())
                .OrderByDescending(Math.Abs)
                .ThenByDescending(value => value)
                .ToArray();
            Assert.Equal(own.Sum(Math.Abs), (long)joined.Totals[cell]);
            Assert.Equal(own.Take(depth), joined.Of(cell).ToArray().Select(contribution => (long)contribution.Value));
        }
    }

    [Fact]
    public void The_order_of_respondents_does_not_matter() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll<int>(Shuffle));

    private static void Shuffle(int seed)
    {
        var random = new System.Random(seed);
        var values = Enumerable.Range(0, 40).Select(i => (i, 0, (long)random.Next(-20, 20))).ToArray();
        var first = Build(1, 5, values);
        random.Shuffle(values);

        Assert.Equal(first.ByClass().Largest, Build(1, 5, values).ByClass().Largest);
    }

    private static ContributionTable Build(int classes, int depth, (int Respondent, int Class, long Value)[] rows)
    {
        var builder = new ContributionBuilder(classes, depth, 1);
        foreach (var own in rows.GroupBy(row => row.Respondent))
        {
            builder.Add([.. own.Select(row => (row.Class, (Contribution)row.Value))]);
        }

        return builder.Build();
    }
}
