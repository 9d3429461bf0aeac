using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;
using Publish.LinearPrograms;
using Publish.LinearPrograms.Tests;

namespace Publish.Attacks.Tests.Fakes;

/// <summary>Tables over some of the keys of a random world, with hidden cells; and what a solver that is not ours says of these.</summary>
internal sealed class Linked
{
    private readonly RandomWorld _world;
    private readonly int[][] _keys;

    public Linked(RandomWorld world, int[][] keys, Func<string, bool> isHidden, long sum)
    {
        (_world, _keys) = (world, keys);
        Cubes = [.. keys.Select((own, table) => world.Cube("t" + table, sum, own))];
        Hidden = [.. Cubes.Select(cube => cube.Cells.Where(isHidden).ToHashSet(StringComparer.Ordinal))];
        Tables = [.. Cubes.Zip(Hidden, (cube, hidden) => cube.Publish(hidden.Contains, isNonNegative: true))];
    }

    public List<Cube> Cubes { get; }

    public List<HashSet<string>> Hidden { get; }

    public List<PublishedTable> Tables { get; }

    public CountedClasses Classes => new(_world.CountedLevels(), []);

    /// <summary>The least or greatest sum of a cell of the first table.</summary>
    public double Extreme(string cell, bool isMaximised)
    {
        var program = new LinearProgram { IsMaximised = isMaximised };
        foreach (var part in _world.Indicator(cell, _keys[0]))
        {
            program.AddVariable(0, double.PositiveInfinity, part);
        }

        for (var table = 0; table < Cubes.Count; table++)
        {
            foreach (var known in Cubes[table].Cells.Where(other => !Hidden[table].Contains(other)))
            {
                var leaves = _world.Indicator(known, _keys[table]).Index().Where(part => part.Item != 0).Select(part => part.Index).ToArray();
                program.AddRow(Cubes[table].Sum(known), Cubes[table].Sum(known), leaves, Array.ConvertAll(leaves, _ => 1.0));
            }
        }

        var (status, objective) = Glpsol.Solve(program, isExact: false);
        Assert.Equal(LinearProgramStatus.Optimal, status);
        return objective;
    }
}
