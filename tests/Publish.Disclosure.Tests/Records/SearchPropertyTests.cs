using FsCheck;
using FsCheck.Fluent;
using Publish.Codes;
using Publish.Disclosure.Records;

namespace Publish.Disclosure.Tests.Records;

/// <summary>The search against a brute force over all levels, straight from the rows.</summary>
public sealed class SearchPropertyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20261001UL, 7UL);

    [Fact]
    public void Every_node_is_judged_as_its_rows_are() =>
        Prop.ForAll(RandomCase.Any, NodesAreAsTheirRows).Check(Fixed);

    [Fact]
    public void The_optimum_is_that_of_a_brute_force_with_respondents_of_several_rows() =>
        Prop.ForAll(RandomCase.Any, OptimumIsThatOfBruteForce).Check(Fixed);

    [Fact]
    public void The_optimum_is_that_of_a_brute_force_where_each_row_is_a_respondent() =>
        Prop.ForAll(RandomCase.WithoutRespondentColumn, OptimumIsThatOfBruteForce).Check(Fixed);

    [Fact]
    public void Where_a_task_is_called_monotone_coarser_levels_stay_within_the_limit() =>
        Prop.ForAll(RandomCase.Any, CoarserStaysWithinTheLimit).Check(Fixed);

    [Fact]
    public void Every_published_class_satisfies_the_rules_and_every_row_is_accounted_for() =>
        Prop.ForAll(RandomCase.Any, PublishedClassesAreSound).Check(Fixed);

    private static bool NodesAreAsTheirRows(RandomCase @case)
    {
        var brute = new BruteForce(@case);
        var evaluator = new LatticeEvaluator(@case.Task());
        return BruteForce.AllLevels().All(levels =>
        {
            var expected = brute.At(levels);
            var actual = evaluator.Evaluate(levels);
            return actual.Classes == expected.Classes
                && actual.KeptClasses == expected.Kept
                && actual.SuppressedRows == expected.Suppressed
                && Math.Abs(actual.Loss - expected.Loss) < 1e-9;
        });
    }

    private static bool OptimumIsThatOfBruteForce(RandomCase @case)
    {
        var brute = new BruteForce(@case);
        var allowed = BruteForce.AllLevels()
            .Where(brute.IsWithinLimit)
            .Select(levels => (Levels: levels, brute.At(levels).Loss))
            .ToArray();
        if (allowed.Length == 0)
        {
            var error = Assert.Throws<CodedException>(() => LatticeSearch.Run(@case.Task()));
            return error.Findings.Single().Code == RecordsCodes.NoAnonymousLevels;
        }

        var least = allowed.Min(choice => choice.Loss);
        var expected = allowed
            .Where(choice => choice.Loss < least + 1e-10)
            .Select(choice => choice.Levels)
            .OrderBy(levels => levels.Sum())
            .ThenBy(levels => string.Join(',', levels), StringComparer.Ordinal)
            .First();
        return LatticeSearch.Run(@case.Task()).Levels.SequenceEqual(expected);
    }

    private static bool CoarserStaysWithinTheLimit(RandomCase @case)
    {
        var evaluator = new LatticeEvaluator(@case.Task());
        var lattice = evaluator.Lattice;
        var brute = new BruteForce(@case);
        return !evaluator.IsMonotone || Enumerable.Range(0, lattice.NodeCount)
            .Where(node => brute.IsWithinLimit(lattice.Levels(node)))
            .SelectMany(node => Enumerable.Range(0, lattice.KeyCount).Select(key => lattice.Coarser(node, key)))
            .Where(coarser => coarser >= 0)
            .All(coarser => brute.IsWithinLimit(lattice.Levels(coarser)));
    }

    private static bool PublishedClassesAreSound(RandomCase @case)
    {
        var task = @case.Task();
        var result = GeneralisedRecords.At(task, [1, 1, 0]);
        var rows = new long[result.Published.Count];
        var suppressed = 0L;
        for (var c = 0; c < task.Table.ClassCount; c++)
        {
            var place = result.PublishedClassOf[c];
            if (place == GeneralisedRecords.Suppressed)
            {
                suppressed += task.Table.Rows[c];
                continue;
            }

            rows[place] += task.Table.Rows[c];
            for (var key = 0; key < 3; key++)
            {
                var category = RandomCase.Hierarchies[key].Levels[result.Levels[key]].CategoryOf[task.Table.Codes[key][c]];
                Assert.Equal(category, result.Published.Codes[key][place]);
            }
        }

        var codes = Enumerable.Range(0, result.Published.Count)
            .Select(place => string.Join(',', result.Published.Codes.Select(column => column[place])))
            .ToArray();
        return suppressed == result.Evaluation.SuppressedRows
            && rows.SequenceEqual(result.Published.Rows)
            && codes.SequenceEqual(codes.Distinct().Order(StringComparer.Ordinal));
    }
}
