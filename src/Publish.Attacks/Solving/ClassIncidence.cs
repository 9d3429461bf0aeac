using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;

namespace Publish.Attacks.Solving;

/// <summary>
/// Which joint classes make up which cells of the finest grouping sets of an edition. Classes that lie in the same
/// cells of all of them are one.
/// </summary>
internal sealed class ClassIncidence
{
    private readonly SortedDictionary<int, List<int>> _members = [];

    private ClassIncidence()
    {
    }

    /// <summary>Number of distinct classes.</summary>
    public int Classes { get; private set; }

    /// <summary>The classes of each cell.</summary>
    public IReadOnlyDictionary<int, List<int>> Members => _members;

    /// <summary>Places the classes.</summary>
    public static ClassIncidence Of(EditionCells edition, CountedClasses classes)
    {
        var incidence = new ClassIncidence();
        var cells = new ClassCells(edition, classes);
        var cellsOf = FinestSets(edition).ConvertAll(cells.In);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < classes.Rows; row++)
        {
            var own = cellsOf.ConvertAll(column => column[row]);
            if (known.Add(string.Join(' ', own)))
            {
                foreach (var cell in own.Where(cell => cell >= 0))
                {
                    incidence.Join(cell);
                }

                incidence.Classes++;
            }
        }

        return incidence;
    }

    private static List<int> FinestSets(EditionCells edition) =>
        [.. Enumerable.Range(0, edition.Sets.Count).Where(set => edition.Covers[set].Count == 0)];

    private void Join(int cell)
    {
        if (!_members.TryGetValue(cell, out var members))
        {
            _members.Add(cell, members = []);
        }

        members.Add(Classes);
    }
}
