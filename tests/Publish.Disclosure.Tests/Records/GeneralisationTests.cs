using Publish.Codes;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Records;

namespace Publish.Disclosure.Tests.Records;

public sealed class GeneralisationTests
{
    [Fact]
    public void A_lattice_numbers_its_nodes_in_variable_order()
    {
        var lattice = new GeneralisationLattice([Key(0, 4), Key(1, 4, 1, 2)]);
        Assert.Equal(3 * 2, lattice.NodeCount);
        Assert.Equal([0, 1], lattice.Levels(GeneralisationLattice.Bottom));
        Assert.Equal([2, 2], lattice.Levels(lattice.Top));
        Assert.Equal(3, lattice.NodeOf([1, 2]));
        Assert.Equal(4, lattice.LevelSum(lattice.Top));
        Assert.Equal(-1, lattice.Coarser(3, 1));
        Assert.Equal(5, lattice.Coarser(3, 0));
        Assert.Equal(2, lattice.Finer(3, 1));
        Assert.Equal(-1, lattice.Finer(0, 1));
        Assert.Throws<ArgumentException>(() => lattice.NodeOf([0, 0]));
        Assert.Throws<ArgumentException>(() => lattice.NodeOf([0]));
    }

    [Fact]
    public void A_lattice_of_too_many_nodes_is_refused_with_a_code()
    {
        var keys = Enumerable.Range(0, 14).Select(column => Key(column, 4)).ToArray();
        var error = Assert.Throws<CodedException>(() => new GeneralisationLattice(keys));
        Assert.Equal(RecordsCodes.LatticeTooLarge, error.Findings.Single().Code);
    }

    [Fact]
    public void Levels_outside_a_keys_range_are_never_chosen()
    {
        var table = Tables.OfRows([[0], [1], [2], [3]]);
        var task = new GeneralisationTask(table, [Key(0, 4, 1, 1)], [new KAnonymity(2)], 0, new DomainLoss());
        Assert.Equal([1], LatticeSearch.Run(task).Levels);
        var narrow = new GeneralisationTask(table, [Key(0, 4, 0, 0)], [new KAnonymity(2)], 0, new DomainLoss());
        Assert.Throws<CodedException>(() => LatticeSearch.Run(narrow));
    }

    [Fact]
    public void The_suppression_limit_is_a_share_of_rows_and_met_exactly()
    {
        // 29 rows of 100 alone at the finest level: a limit of 0.29 allows them, 0.2899 does not.
        var rows = Enumerable.Range(0, 100).Select(row => new[] { row < 29 ? 1 + row : 0 }).ToArray();
        GeneralisedRecords Run(decimal limit) => LatticeSearch.Run(
            new GeneralisationTask(Tables.OfRows(rows), [Key(0, 32)], [new KAnonymity(30)], limit, new Height()));
        Assert.Equal([0], Run(0.29m).Levels);
        Assert.Equal(29, Run(0.29m).Evaluation.SuppressedRows);
        Assert.Equal([1], Run(0.2899m).Levels);
        Assert.Equal(28, Run(0.2899m).Evaluation.SuppressedRows);
    }

    [Fact]
    public void Classes_that_are_suppressed_have_no_published_class()
    {
        var table = Tables.OfRows([[3], [3], [0], [2], [2], [2]]);
        var result = GeneralisedRecords.At(
            new GeneralisationTask(table, [Key(0, 4)], [new KAnonymity(2)], 0, new DomainLoss()), [0]);
        Assert.Equal([1, GeneralisedRecords.Suppressed, 0], result.PublishedClassOf);
        Assert.Equal([2, 3], result.Published.Codes[0]);
        Assert.Equal([3, 2], result.Published.Rows);
        Assert.False(result.Evaluation.IsWithinLimit);
    }

    [Fact]
    public void The_order_of_classes_does_not_change_the_result()
    {
        var rows = Enumerable.Range(0, 200).Select(row => new[] { row * 7 % 16, row * 5 % 13, row % 3 }).ToArray();
        GeneralisedRecords Run(int[][] of) => LatticeSearch.Run(new GeneralisationTask(
            Tables.OfRows(of),
            [Key(0, 16), Key(1, 16)],
            [new KAnonymity(3), new EntropyDiversity(2, 2)],
            0.05m,
            new NonUniformEntropy()));
        var (one, other) = (Run(rows), Run([.. rows.Reverse()]));
        Assert.Equal(one.Levels, other.Levels);
        Assert.Equal(one.Evaluation, other.Evaluation);
        Assert.Equal(one.Published.Rows, other.Published.Rows);
        Assert.Equal(one.Published.Codes, other.Published.Codes);
    }

    [Fact]
    public void Keys_that_need_more_than_one_word_are_told_apart()
    {
        // Seven keys of 2^12 categories take 84 bits.
        var rows = Enumerable.Range(0, 300).Select(row => Enumerable.Range(0, 7).Select(key => ((row % 100) * (key + 31)) % 4096).ToArray()).ToArray();
        var keys = Enumerable.Range(0, 7).Select(column => Key(column, 4096)).ToArray();
        var result = LatticeSearch.Run(new GeneralisationTask(Tables.OfRows(rows), keys, [new KAnonymity(3)], 0, new DomainLoss()));
        Assert.Equal(new int[7], result.Levels);
        Assert.Equal(100, result.Published.Count);
        Assert.Equal(
            rows.Take(100).OrderBy(row => row[0]).ThenBy(row => row[1]).Select(row => row[6]),
            result.Published.Codes[6]);
    }

    [Fact]
    public void A_table_without_rows_is_published_as_collected()
    {
        var empty = new ClassTable([[]], [], [], [], RespondentOverlaps.None);
        foreach (var metric in new LossMetric[] { new DomainLoss(), new NonUniformEntropy(), new Discernibility(), new AverageClassSize(), new Precision(), new Height() })
        {
            var result = LatticeSearch.Run(new GeneralisationTask(empty, [Key(0, 4)], [new KAnonymity(2)], 0, metric));
            Assert.Equal([0], result.Levels);
            Assert.Equal(0, result.Evaluation.Loss);
        }
    }

    [Fact]
    public void A_column_cannot_be_key_and_sensitive_at_once() =>
        Assert.Throws<ArgumentException>(() => new GeneralisationTask(
            Tables.OfRows([[0]]), [Key(0, 1)], [new DistinctDiversity(0, 2)], 0, new DomainLoss()));

    [Fact]
    public void A_respondent_of_two_sensitive_values_counts_for_both_and_once_for_the_class()
    {
        var table = Tables.OfRows([[0, 0], [1, 1]], [7, 7]);
        var top = new GeneralisationTask(table, [Key(0, 2, 1, 1)], [new DistinctDiversity(1, 2)], 0, new Height());
        Assert.Equal(1, LatticeSearch.Run(top).Published.Respondents.Single());
        Assert.Equal(2, LatticeSearch.Run(top).Published.Rows.Single());
        var two = new GeneralisationTask(table, [Key(0, 2, 1, 1)], [new KAnonymity(2)], 0, new Height());
        Assert.Throws<CodedException>(() => LatticeSearch.Run(two));
    }

    // As collected, in pairs, all.
    private static LatticeKey Key(int column, int values, int min = 0, int? max = null) =>
        new(
            column,
            StepHierarchy.Build(
                new OrderedValues("key", [.. Enumerable.Range(0, values).Select(value => (long)value)], ValueFormat.WholeNumber),
                [2]),
            1,
            min,
            max);
}
