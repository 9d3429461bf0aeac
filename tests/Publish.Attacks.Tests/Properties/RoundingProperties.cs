using Publish.Attacks.Perturbation;
using Publish.Attacks.Results;
using Publish.Attacks.Tests.Fakes;
using Publish.Codes;
using Publish.LinearPrograms;
using Publish.LinearPrograms.Tests;

namespace Publish.Attacks.Tests.Properties;

/// <summary>What rounded tables give away, beside an oracle that tries everything and a solver that is not ours.</summary>
public class RoundingProperties
{
    private static readonly RoundingOptions NoMoves = new() { MoveEffort = 0 };

    [Fact]
    public void Cells_of_small_tables_are_single_where_no_other_table_is_found()
    {
        var (single, several) = (0, 0);
        Property.Holds(200, random =>
        {
            var world = Small(random);
            var values = new EveryRoundedTable(world).Values;
            string[] expected =
            [
                .. world.Cells.Zip(values)
                    .Where(each => each.Second.Count == 1 && world.Secret.Contains(each.First))
                    .Select(each => world.PlaceOf(each.First))
                    .Distinct(),
            ];
            var result = world.Attack(random.Next(2) == 0 ? null : NoMoves);
            var found = PlacesOf(result, AttackCodes.RoundedBounds);
            var unknown = PlacesOf(result, AttackCodes.RoundedNotProven);

            Assert.Equal(expected.Order(), found.Order());
            Assert.Empty(unknown);
            (single, several) = (single + expected.Length, several + (int)result.Examined - expected.Length);
        });
        Assert.True(single > 100 && several > 100, $"{single} single, {several} not.");
    }

    [GlpsolFact]
    public void Cells_of_larger_tables_are_single_where_glpsol_finds_no_other_number()
    {
        var (single, several, open) = (0, 0, 0);
        Property.Holds(25, random =>
        {
            var world = Larger(random);
            var result = world.Attack();
            var (found, unknown) = (PlacesOf(result, AttackCodes.RoundedBounds), PlacesOf(result, AttackCodes.RoundedNotProven));
            open += unknown.Count;
            foreach (var cell in world.Secret.OrderBy(_ => random.Next()).Take(6))
            {
                // Where fractions leave room for no other whole number there is none; the reverse does not hold.
                var (low, high) = (Extreme(world, cell, isMaximised: false), Extreme(world, cell, isMaximised: true));
                var isSingle = Math.Floor(high + 1e-6) <= cell.Truth && Math.Ceiling(low - 1e-6) >= cell.Truth;
                var place = world.PlaceOf(cell);
                Assert.True(!isSingle || found.Contains(place), $"{cell.Key} is {low} to {high}, and not found.");
                Assert.True(isSingle || !found.Contains(place) || high - low < 2, $"{cell.Key} is {low} to {high}, and taken for single.");
                (single, several) = (single + (isSingle ? 1 : 0), several + (isSingle || unknown.Contains(place) ? 0 : 1));
            }
        });
        Assert.True(single > 10 && several > 10 && open < 10, $"{single} single, {several} not, {open} open.");
    }

    private static HashSet<string> PlacesOf(AttackResult result, Code code) =>
        [.. result.Witnesses.Where(witness => witness.Code == code).Select(witness => witness.Place)];

    private static double Extreme(RoundedWorld world, RoundedCell cell, bool isMaximised)
    {
        var program = new LinearProgram { IsMaximised = isMaximised };
        foreach (var part in cell.Parts)
        {
            program.AddVariable(0, double.PositiveInfinity, part);
        }

        foreach (var other in world.Cells)
        {
            int[] leaves = [.. other.Parts.Index().Where(part => part.Item != 0).Select(part => part.Index)];
            var (low, high) = world.Known(other);
            program.AddRow(low, high ?? double.PositiveInfinity, leaves, Array.ConvertAll(leaves, _ => 1.0));
        }

        var (status, objective) = Glpsol.Solve(program, isExact: false);
        Assert.Equal(LinearProgramStatus.Optimal, status);
        return objective;
    }

    private static RoundedWorld Small(Random random)
    {
        RandomWorld world;
        do
        {
            world = new RandomWorld(random, random.Next(1, 4), 0.7, 4);
        }
        while (world.Leaves.Count is 0 or > 6 || world.Leaves.Sum(leaf => leaf.Count) > 12);

        var keys = world.Levels.Length;
        int[][] tables = keys < 3 || random.Next(2) == 0 ? [[.. Enumerable.Range(0, keys)]] : [[0, 1], [1, 2]];
        return new RoundedWorld(world, tables, random.Next(2, 6), random.Next(2) == 0, random.Next(2) * random.NextDouble(), random.Next());
    }

    private static RoundedWorld Larger(Random random)
    {
        RandomWorld world;
        do
        {
            world = new RandomWorld(random, random.Next(2, 4), 0.8, 6);
        }
        while (world.Leaves.Count is < 20 or > 120);

        var keys = world.Levels.Length;
        int[][] tables = keys < 3 || random.Next(2) == 0 ? [[.. Enumerable.Range(0, keys)]] : [[0, 1], [1, 2], [0, 2]];
        return new RoundedWorld(world, tables, random.Next(2, 6), random.Next(2) == 0, random.Next(2) * random.NextDouble(), random.Next());
    }
}
