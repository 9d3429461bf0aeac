using System.Diagnostics.CodeAnalysis;

namespace Publish.Disclosure.Tables;

/// <summary>
/// The finest cells another table shows, found by what is already decided about an empty combination: someone who was
/// in it would be counted in one of them.
/// </summary>
internal sealed class ShownCells
{
    private readonly EditionShape shape;
    private readonly (int Dimension, int Level)[] places;
    private readonly int?[] decidedLevels;
    private readonly Dictionary<UInt128, List<int[]>> cells = [];

    /// <param name="shape">The edition.</param>
    /// <param name="places">The dimensions and finest levels of the table.</param>
    /// <param name="decidedLevels">The level each dimension is decided at, or null.</param>
    /// <param name="combinations">The categories of the cells the table shows.</param>
    public ShownCells(
        EditionShape shape,
        (int Dimension, int Level)[] places,
        int?[] decidedLevels,
        IEnumerable<int[]> combinations)
    {
        this.shape = shape;
        this.places = places;
        this.decidedLevels = decidedLevels;
        foreach (var combination in combinations)
        {
            var key = Key(place => (combination[place], places[place].Level));
            if (!cells.TryGetValue(key, out var list))
            {
                cells.Add(key, list = []);
            }

            list.Add(combination);
        }
    }

    /// <summary>Decides the rest of the codes as one of the table's cells has them.</summary>
    /// <returns>False when the table shows that there is nobody.</returns>
    public bool Extend(int[] codes, int variant)
    {
        if (!TryFind(codes, out var list))
        {
            return false;
        }

        var cell = list[variant % list.Count];
        for (var place = 0; place < places.Length; place++)
        {
            if (!(decidedLevels[places[place].Dimension] <= places[place].Level))
            {
                codes[places[place].Dimension] = cell[place];
            }
        }

        return true;
    }

    private bool TryFind(int[] codes, [NotNullWhen(true)] out List<int[]>? list) =>
        cells.TryGetValue(
            Key(place => (codes[places[place].Dimension], decidedLevels[places[place].Dimension]!.Value)), out list);

    /// <summary>One number for the categories in the shared dimensions, at the coarser of the two levels.</summary>
    private UInt128 Key(Func<int, (int Category, int Level)> at)
    {
        UInt128 key = 0;
        for (var place = 0; place < places.Length; place++)
        {
            var (dimension, level) = places[place];
            if (decidedLevels[dimension] is { } decided)
            {
                var common = Math.Max(decided, level);
                var (category, own) = at(place);
                key = checked(key * (UInt128)shape.Level(dimension, common).CategoryCount
                    + (UInt128)shape.Parents(dimension, own, common)[category]);
            }
        }

        return key;
    }
}
