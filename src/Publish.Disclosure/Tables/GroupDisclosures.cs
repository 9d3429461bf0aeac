namespace Publish.Disclosure.Tables;

/// <summary>
/// The empty combinations that tell group disclosure: where everyone of a margin is in one category of a key, the other
/// categories' being empty says so of each of them, whether or not the counts are shown (Hundepool et al., <em>Handbook on
/// Statistical Disclosure Control</em>, 2024, ch. 4.2).
/// </summary>
/// <remarks>
/// The margins are those of the finest categories of the other keys: where a coarser margin is in one category, so are
/// the finer ones within it.
/// </remarks>
internal sealed class GroupDisclosures
{
    private readonly EditionShape _shape;
    private readonly TableRequest _request;
    private readonly (int Dimension, int Level)[] _places;
    private readonly IReadOnlyList<int[]> _existing;

    /// <param name="shape">The edition.</param>
    /// <param name="request">The table.</param>
    /// <param name="existing">The combinations of its finest categories that have rows, ascending.</param>
    public GroupDisclosures(EditionShape shape, int request, IReadOnlyList<int[]> existing) =>
        (_shape, _request, _places, _existing) = (shape, shape.Requests[request], shape.FinestOf(request), existing);

    /// <summary>The combinations, ascending, each once.</summary>
    public IEnumerable<int[]> Find()
    {
        var found = new SortedSet<int[]>(CategoryCombinations.Order);
        for (var place = 0; place < _places.Length; place++)
        {
            if (_request.GroupKeys.Contains(_request.Keys[place].Key))
            {
                Add(found, place);
            }
        }

        return found;
    }

    private void Add(SortedSet<int[]> found, int place)
    {
        var margins = _existing.GroupBy(
            combination => combination.Select((category, i) => i == place ? 0 : category).ToArray(),
            combination => combination[place],
            EqualityComparer<int[]>.Create((a, b) => a.AsSpan().SequenceEqual(b), codes => codes.Aggregate(17, HashCode.Combine)));
        var steps = Steps(place);
        foreach (var margin in margins)
        {
            foreach (var category in steps.SelectMany(step => step.Others(margin)))
            {
                var combination = (int[])margin.Key.Clone();
                combination[place] = category;
                found.Add(combination);
            }
        }
    }

    /// <summary>From each level that is asked for to the next coarser one, and from the coarsest to all.</summary>
    private SiblingCategories[] Steps(int place)
    {
        var (dimension, finest) = _places[place];
        int[] levels = [.. _request.Keys[place].Levels, _shape.Hierarchy(dimension).Top];
        var observed = _existing.Select(combination => combination[place]).Distinct().Order().ToArray();
        return
        [
            .. levels.Zip(levels.Skip(1)).Where(step => step.First < step.Second).Select(step => new SiblingCategories(
                observed, _shape.Parents(dimension, finest, step.First), _shape.Parents(dimension, finest, step.Second))),
        ];
    }
}
