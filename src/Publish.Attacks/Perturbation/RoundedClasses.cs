using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;

namespace Publish.Attacks.Perturbation;

/// <summary>
/// The joint classes of an edition and the cells that each is part of, in all published grouping sets. Classes that are
/// part of the same cells are one; one that some grouping set does not show is empty.
/// </summary>
internal sealed class RoundedClasses
{
    private readonly List<int[]> _cellsOf = [];
    private readonly List<int>[] _classesOf;
    private readonly List<Int128> _lone = [];

    /// <summary>Places the classes.</summary>
    /// <param name="edition">The cells.</param>
    /// <param name="classes">The joint classes, with the respondents that are in one class only.</param>
    /// <param name="measure">The name of their count.</param>
    public RoundedClasses(EditionCells edition, CountedClasses classes, string measure)
    {
        var lone = classes.Measures.First(each => each.Name == measure);
        Recur = lone.Staying?.Any(staying => staying > 0) == true;
        var places = new ClassCells(edition, classes);
        int[][] cellIn = [.. Enumerable.Range(0, edition.PublishedSets).Select(places.In)];
        _classesOf = [.. Enumerable.Range(0, edition.Count).Select(_ => new List<int>())];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < classes.Rows; row++)
        {
            var own = Array.ConvertAll(cellIn, cells => cells[row]);
            if (own.Contains(-1))
            {
                continue;
            }

            Array.Sort(own);
            var name = string.Join(' ', own);
            if (!known.TryGetValue(name, out var index))
            {
                known.Add(name, index = _lone.Count);
                _lone.Add(0);
                _cellsOf.Add(own);
                Array.ForEach(own, cell => _classesOf[cell].Add(index));
            }

            _lone[index] += lone.Sums[row];
        }
    }

    /// <summary>Number of distinct classes.</summary>
    public int Count => _lone.Count;

    /// <summary>Whether respondents are in several classes, so that counts do not add up.</summary>
    public bool Recur { get; }

    /// <summary>The cells a class is part of, ascending.</summary>
    public int[] CellsOf(int index) => _cellsOf[index];

    /// <summary>The classes that are part of a cell, ascending.</summary>
    public IReadOnlyList<int> ClassesOf(int cell) => _classesOf[cell];

    /// <summary>How many respondents are in a class and in no other.</summary>
    public Int128 Lone(int index) => _lone[index];
}
