using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;
using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tests.Tables.Primary;

/// <summary>Rules as tables apply them: over all cells, with respondents that recur, with holdings and missing values.</summary>
public class PrimaryCellTests
{
    [Fact]
    public void A_dominated_cell_is_primary_and_another_shields_it()
    {
        var table = Protect(Contributors([[90, 5, 5], [40, 30, 30], [50, 50, 60]]), new DominanceRule(1, 80));

        Assert.Equal([PrimaryRule.Dominance, PrimaryRule.None, PrimaryRule.None, PrimaryRule.None], table.Rule);
        Assert.Equal(1, table.Summary.PrimaryBy(PrimaryRule.Dominance));
        Assert.Equal(1, table.Summary.Secondary);
    }

    [Fact]
    public void Rules_combine_and_a_cell_is_primary_for_the_first_that_says_so()
    {
        var table = Protect(
            Contributors([[90, 10], [95, 3, 2], [50, 48, 2], [30, 30, 30], [50, 40, 50, 40]]),
            new DominanceRule(1, 90),
            new PPercentRule(10));

        Assert.Equal(
            [PrimaryRule.Frequency, PrimaryRule.Dominance, PrimaryRule.PPercent, PrimaryRule.None, PrimaryRule.None, PrimaryRule.None],
            table.Rule);
    }

    [Fact]
    public void A_respondent_that_is_everywhere_dominates_the_total_too()
    {
        // One respondent adds 10 to each category, and three small ones 1 each: 30 of 39 in the total.
        var builder = new ContributionBuilder(3, 1, 1);
        builder.Add([(0, 10), (1, 10), (2, 10)]);
        for (var small = 0; small < 9; small++)
        {
            builder.Add([(small / 3, 1)]);
        }

        var classes = new ClassTable(
            [[0, 1, 2]], [4, 4, 4], [4, 4, 4], [[13, 13, 13]], new RespondentOverlaps([0, 3], [0, 1, 2], [1]))
        {
            Contributions = [builder.Build()],
        };

        Assert.Equal(4, Protect(classes, new DominanceRule(1, 76)).Rule.Count(rule => rule == PrimaryRule.Dominance));
        Assert.Equal(0, Protect(classes, new DominanceRule(1, 77)).Rule.Count(rule => rule == PrimaryRule.Dominance));
    }

    [Fact]
    public void Holdings_are_counted_in_place_of_their_respondents_by_the_rules_and_not_in_what_is_published()
    {
        // Nine respondents in category 0 belong to two holdings.
        var classes = new ClassTable([[0, 1, 2]], [9, 9, 9], [9, 9, 9], [], RespondentOverlaps.None)
        {
            Holdings = new ClassTable([[0, 1, 2]], [2, 9, 9], [9, 9, 9], [], RespondentOverlaps.None),
        };

        var table = TableProtection.Protect(classes, [Flat(3)], [new TableRequest("t", [Both], 3)]).Tables[0];

        Assert.Equal(PrimaryRule.Frequency, table.Rule[0]);
        Assert.Equal([9, 9, 9, 27], table.Respondents);
    }

    [Fact]
    public void A_few_without_a_value_hide_their_cell()
    {
        // Key 1 tells whether the measure has a value: seven of nine in category 0 have.
        var classes = new ClassTable(
            [[0, 0, 1, 2], [0, 1, 1, 1]], [2, 7, 9, 9], [2, 7, 9, 9], [[0, 5, 6, 7]], RespondentOverlaps.None);
        var request = new TableRequest("t", [Both], 3) { Measures = [new TableMeasure(0, PresenceKey: 1)] };

        var table = TableProtection.Protect(classes, [Flat(3)], [request]).Tables[0];

        // The total is hidden too: two of all have none.
        Assert.Equal(
            [PrimaryRule.NonContributors, PrimaryRule.None, PrimaryRule.None, PrimaryRule.NonContributors], table.Rule);
    }

    [Fact]
    public void A_constant_cell_is_primary_at_every_level_where_it_is_constant()
    {
        var classes = new ClassTable([[0, 1, 2]], [9, 9, 9], [9, 9, 9], [[45, 50, 60]], RespondentOverlaps.None)
        {
            Ranges = [new ValueRanges([5, 5, 3], [5, 6, 9])],
        };

        Assert.Equal(
            [PrimaryRule.Constant, PrimaryRule.None, PrimaryRule.None, PrimaryRule.None],
            Protect(classes, new ConstantRule()).Rule);
    }

    [Fact]
    public void Every_cell_is_judged_as_its_respondents_contributions_added_up_anew_are() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll<int>(JudgeCells));

    private static void JudgeCells(int seed)
    {
        var random = new System.Random(seed);
        var rows = Enumerable.Range(0, random.Next(1, 60))
            .Select(_ => (Respondent: random.Next(25), A: random.Next(3), B: random.Next(3), Value: (long)Math.Pow(10, random.NextDouble() * 3)))
            .ToArray();
        SensitivityRule[] rules = [new DominanceRule(random.Next(1, 4), 50 + random.Next(45)), new PPercentRule(5 + random.Next(30))];
        var request = new TableRequest("t", [Both, new TableKey(1, [0, 1])], 2) { Measures = [new TableMeasure(0)], Rules = rules };

        var table = TableProtection.Protect(Classes(rows), [Flat(3), Flat(3)], [request]).Tables[0];

        for (var cell = 0; cell < table.CellCount; cell++)
        {
            var own = rows
                .Where(row => Matches(table, cell, 0, row.A) && Matches(table, cell, 1, row.B))
                .GroupBy(row => row.Respondent, row => row.Value)
                .Select(values => (Contribution)values.Sum())
                .ToArray();
            var expected = own.Length < 2 ? PrimaryRule.Frequency
                : rules.FirstOrDefault(rule => rule.IsSensitive(Cells.Of(own)))?.Reason ?? PrimaryRule.None;
            Assert.Equal(expected, table.Rule[cell]);
        }
    }

    private static bool Matches(ProtectedTable table, int cell, int dimension, int code) =>
        table.Levels[dimension][cell] == 1 || table.Categories[dimension][cell] == code;

    private static ClassTable Classes((int Respondent, int A, int B, long Value)[] rows)
    {
        var pairs = rows.Select(row => (row.A, row.B)).Distinct().Order().ToArray();
        int ClassOf((int Respondent, int A, int B, long Value) row) => Array.IndexOf(pairs, (row.A, row.B));
        var builder = new ContributionBuilder(pairs.Length, 3, 1);
        var overlaps = new OverlapBuilder();
        foreach (var own in rows.GroupBy(row => row.Respondent))
        {
            builder.Add([.. own.Select(row => (ClassOf(row), (Contribution)row.Value))]);
            overlaps.Add([.. own.Select(ClassOf)], 1);
        }

        var byClass = rows.ToLookup(ClassOf);
        return new ClassTable(
            [[.. pairs.Select(pair => pair.A)], [.. pairs.Select(pair => pair.B)]],
            [.. pairs.Select((_, i) => byClass[i].Select(row => row.Respondent).Distinct().LongCount())],
            [.. pairs.Select((_, i) => byClass[i].LongCount())],
            [[.. pairs.Select((_, i) => (Int128)byClass[i].Sum(row => row.Value))]],
            overlaps.Build())
        {
            Contributions = [builder.Build()],
        };
    }

    private static TableKey Both { get; } = new(0, [0, 1]);

    private static KeyHierarchy Flat(int categories) =>
        new("key", [Level([.. Enumerable.Range(0, categories)]), Level(new int[categories])]);

    private static HierarchyLevel Level(params int[] categoryOf) =>
        new("level", categoryOf, [.. categoryOf.Distinct().Select(category => $"c{category}")]);

    /// <summary>One category for each list, with respondents that are in it alone.</summary>
    private static ClassTable Contributors(long[][] values)
    {
        var builder = new ContributionBuilder(values.Length, 2, 1);
        for (var item = 0; item < values.Length; item++)
        {
            foreach (var value in values[item])
            {
                builder.Add([(item, value)]);
            }
        }

        long[] counts = [.. values.Select(own => own.LongLength)];
        return new ClassTable(
            [[.. Enumerable.Range(0, values.Length)]], counts, counts, [[.. values.Select(own => (Int128)own.Sum())]], RespondentOverlaps.None)
        {
            Contributions = [builder.Build()],
        };
    }

    private static ProtectedTable Protect(ClassTable classes, params SensitivityRule[] rules) =>
        TableProtection.Protect(
            classes,
            [Flat(classes.ClassCount)],
            [new TableRequest("t", [Both], 3) { Measures = [new TableMeasure(0)], Rules = rules }]).Tables[0];
}
