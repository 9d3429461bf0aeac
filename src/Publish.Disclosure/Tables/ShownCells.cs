using System.Diagnostics.CodeAnalysis;

namespace Publish.Disclosure.Tables;

/// <summary>
/// The finest cells another table shows, found by what is already decided about an empty combination: someone who was
/// in it would be counted in one of them.
/// </summary>
internal sealed class ShownCells
{
    private readonly EditionShape _shape;
    private readonly (int Dimension, int Level)[] _places;
    private readonly int?[] _decidedLevels;
    private readonly Dictionary<UInt128, List<int[]>> _cells = [];

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
        _shape = shape;
        _places = places;
        _decidedLevels = decidedLevels;
        foreach (var combination in combinations)
        {
            var key = Key(place => (combination[place], places[place].Level));
            if (!_cells.TryGetValue(key, out var list))
            {
                _cells.Add(key, list = []);
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
        for (var place = 0; place < _places.Length; place++)
        {
            if (!(_decidedLevels[_places[place].Dimension] <= _places[place].Level))
            {
                codes[_places[place].Dimension] = cell[place];
            }
        }

        return true;
    }

    private bool TryFind(int[] codes, [NotNullWhen(true)] out List<int[]>? list) =>
        _cells.TryGetValue(
            Key(place => (codes[_places[place].Dimension], _decidedLevels[_places[place].Dimension]!.Value)), out list);

    /// <summary>One number for the categories in the shared dimensions, at the coarser of the two levels.</summary>
    private UInt128 Key(Func<int, (int Category, int Level)> at)
    {
        UInt128 key = 0;
        for (var place = 0; place < _places.Length; place++)
        {
            var (dimension, level) = _places[place];
            if (_decidedLevels[dimension] is { } decided)
            {
                var common = Math.Max(decided, level);
                var (category, own) = at(place);
                key = checked(key * (UInt128)_shape.Level(dimension, common).CategoryCount
                    + (UInt128)_shape.Parents(dimension, own, common)[category]);
            }
        }

        return key;
    }
}
