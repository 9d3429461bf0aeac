using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Properties;

public class SolvingProperties
{
    private static readonly SolvingOptions All = new() { MaximumWitnesses = int.MaxValue };

    [Fact]
    public void In_one_table_exactly_the_determined_cells_are_solved_and_to_their_true_values() =>
        Property.Holds(100, random =>
        {
            int[][] tables = [[.. Enumerable.Range(0, random.Next(1, 4))]];
            var world = new RandomWorld(random, tables[0].Length, 0.4 + (random.NextDouble() / 2));
            var (published, hidden, cubes) = Publish(random, world, tables);

            var result = new SolvingAttack(published, All).Run();

            AssertTrue(result, cubes, hidden);
            Assert.Equal(Determined(world, tables, cubes, hidden), Solved(result, cubes));
        });

    [Fact]
    public void In_full_linked_tables_exactly_the_determined_cells_are_solved() =>
        Property.Holds(60, random =>
        {
            var (tables, keys) = Links(random);
            var world = new RandomWorld(random, keys, 1);
            var (published, hidden, cubes) = Publish(random, world, tables);

            var result = new SolvingAttack(published, All).Run();

            AssertTrue(result, cubes, hidden);
            Assert.Equal(Determined(world, tables, cubes, hidden), Solved(result, cubes));
        });

    [Fact]
    public void Over_joint_classes_exactly_the_determined_cells_of_linked_tables_are_solved() =>
        Property.Holds(60, random =>
        {
            var (tables, keys) = Links(random);
            var world = new RandomWorld(random, keys, 0.3 + (random.NextDouble() / 2));
            var (published, hidden, cubes) = Publish(random, world, tables);

            var result = new JointClassAttack(published, Classes(world), All).Run();
            var layout = new SolvingAttack(published, All).Run();

            AssertTrue(result, cubes, hidden);
            Assert.Equal(Determined(world, tables, cubes, hidden), Solved(result, cubes));
            Assert.Subset(Solved(result, cubes).ToHashSet(), Solved(layout, cubes).ToHashSet());
        });

    private static (int[][] Tables, int Keys) Links(Random random) => random.Next(3) switch
    {
        0 => ([[0, 1], [0, 2]], 3),
        1 => ([[0, 1], [1, 2], [0, 2]], 3),
        _ => ([[0, 1], [0]], 2),
    };

    private static (List<PublishedTable> Tables, List<HashSet<string>> Hidden, List<Cube> Cubes) Publish(
        Random random, RandomWorld world, int[][] tables)
    {
        var share = random.NextDouble() * 0.7;
        var cubes = tables.Select((keys, index) => world.Cube("t" + index, keys)).ToList();
        var hidden = cubes.ConvertAll(cube => cube.Cells.Where(_ => random.NextDouble() < share).ToHashSet(StringComparer.Ordinal));
        return ([.. cubes.Zip(hidden, (cube, cells) => cube.Publish(cells.Contains))], hidden, cubes);
    }

    private static List<string> Determined(RandomWorld world, int[][] tables, List<Cube> cubes, List<HashSet<string>> hidden)
    {
        var oracle = new RationalOracle(world.Leaves.Count);
        for (var table = 0; table < tables.Length; table++)
        {
            foreach (var cell in cubes[table].Cells.Where(cell => !hidden[table].Contains(cell)))
            {
                oracle.Know(world.Indicator(cell, tables[table]));
            }
        }

        return [.. cubes.SelectMany((cube, table) => cube.Cells
            .Where(cell => hidden[table].Contains(cell) && oracle.Determines(world.Indicator(cell, tables[table])))
            .Select(cell => table + ":" + cell))];
    }

    private static List<string> Solved(AttackResult result, List<Cube> cubes) =>
        [.. result.Witnesses.Select(witness => witness.Table + ":" + cubes[witness.Table].Cells[witness.Row])];

    private static void AssertTrue(AttackResult result, List<Cube> cubes, List<HashSet<string>> hidden)
    {
        Assert.NotEqual(AttackVerdict.NotProven, result.Verdict);
        Assert.Equal(result.Found, result.Witnesses.Count);
        Assert.Equal(hidden.Sum(cells => cells.Count), result.Examined);
        foreach (var witness in result.Witnesses)
        {
            Assert.Equal(AttackCodes.Solved, witness.Code);
            Assert.Equal(cubes[witness.Table].Count(cubes[witness.Table].Cells[witness.Row]), (long)witness.Values[0].Numerator);
            Assert.Equal(3 * witness.Values[0].Numerator, witness.Values[1].Numerator);
            Assert.All(witness.Terms, term => Assert.DoesNotContain(cubes[term.Table].Cells[term.Row], hidden[term.Table]));
        }
    }

    private static CountedClasses Classes(RandomWorld world) => new(world.CountedLevels(), []);
}
