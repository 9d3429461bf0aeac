namespace Publish.Disclosure.Tables;

/// <summary>
/// Finds the empty combinations of one table, and where in the other tables someone who was in one would be counted:
/// in cells that these show. A few such places are enough, since fewer moves only mean more suppression.
/// </summary>
/// <remarks>
/// A place must be one that the intruder cannot rule out: where one key determines another (a region lies in one group
/// of regions), only pairs that occur are taken.
/// </remarks>
internal sealed class EmptyCombinationsOfTable
{
    private const int PlacesAZero = 4;
    private const int TriesAZero = 64;
    private const double MostCombinations = 4_000_000;
    private readonly EditionShape _shape;
    private readonly (int Dimension, int Level)[] _places;
    private readonly IEnumerable<int[]> _secrets;
    private readonly DependentPairs _dependent;
    private readonly List<ShownCells> _others = [];

    /// <exception cref="Codes.CodedException">The table has too many combinations.</exception>
    public EmptyCombinationsOfTable(JointClasses joint, EditionShape shape, int request)
    {
        _shape = shape;
        _places = shape.FinestOf(request);
        _secrets = Secrets(Combinations(joint, request), request);
        _dependent = new DependentPairs(joint, [.. _places.Select(place => place.Dimension)]);
        var levels = new int?[shape.Keys.Length];
        Decide(levels, _places);
        foreach (var other in Enumerable.Range(0, shape.Requests.Count).Where(other => other != request))
        {
            var finest = shape.FinestOf(other);
            _others.Add(new ShownCells(shape, finest, (int?[])levels.Clone(), Shown(joint, other)));
            Decide(levels, finest);
        }
    }

    /// <summary>Adds every empty combination in every place found for it.</summary>
    /// <returns>False when there was no place for one.</returns>
    public bool AddTo(SortedSet<int[]> found)
    {
        var isComplete = true;
        foreach (var combination in _secrets)
        {
            isComplete &= Place(combination, found);
        }

        return isComplete;
    }

    private bool Place(int[] combination, SortedSet<int[]> found)
    {
        var isPlaced = false;
        var added = 0;
        for (var variant = 0; variant < (_others.Count == 0 ? 1 : TriesAZero) && added < PlacesAZero; variant++)
        {
            var codes = new int[_shape.Keys.Length];
            for (var place = 0; place < _places.Length; place++)
            {
                codes[_places[place].Dimension] = combination[place];
            }

            if (_others.TrueForAll(other => other.Extend(codes, variant)) && _dependent.Allow(codes))
            {
                isPlaced = true;
                added += found.Add(codes) ? 1 : 0;
            }
        }

        return isPlaced;
    }

    private IEnumerable<int[]> Shown(JointClasses joint, int request)
    {
        var combinations = Combinations(joint, request);
        return combinations.Existing.Concat(Secrets(combinations, request));
    }

    /// <summary>The empty combinations that a table protects.</summary>
    private IEnumerable<int[]> Secrets(CategoryCombinations combinations, int request)
    {
        if (_shape.Requests[request].Zeros == ZeroTreatment.Published)
        {
            return new GroupDisclosures(_shape, request, combinations.Existing).Find();
        }

        var existing = new SortedSet<int[]>(combinations.Existing, CategoryCombinations.Order);
        return combinations.Product().Where(combination => !existing.Contains(combination));
    }

    private CategoryCombinations Combinations(JointClasses joint, int request)
    {
        var combinations = new CategoryCombinations(joint, _shape.FinestOf(request));
        return _shape.Requests[request].Zeros == ZeroTreatment.Published || combinations.ProductCount <= MostCombinations
            ? combinations
            : throw new Codes.CodedException(TableCodes.TooManyEmptyCells, _shape.Requests[request].Name);
    }

    private static void Decide(int?[] levels, (int Dimension, int Level)[] places)
    {
        foreach (var (dimension, level) in places)
        {
            levels[dimension] = Math.Min(level, levels[dimension] ?? level);
        }
    }
}
