using Publish.Attacks.Tables;

namespace Publish.Attacks.Editions;

/// <summary>The distinct label paths (coarsest level down to one level) of one key of one table.</summary>
internal sealed class LabelPaths
{
    private readonly List<(int Parent, int Code)> _paths = [];

    private LabelPaths(PublishedLevel level, LabelPaths? coarser, int rows)
    {
        (Level, Coarser) = (level, coarser);
        PathOfRow = new int[rows];
    }

    /// <summary>The level the paths end at.</summary>
    public PublishedLevel Level { get; }

    /// <summary>The paths to the next coarser level; <see langword="null"/> at the coarsest.</summary>
    public LabelPaths? Coarser { get; }

    /// <summary>The path of each row, −1 where the level is summed away.</summary>
    public int[] PathOfRow { get; }

    /// <summary>The edition's node of each path, once numbered.</summary>
    public int[] NodeOfPath { get; private set; } = [];

    /// <summary>Number of distinct paths.</summary>
    public int Count => _paths.Count;

    /// <summary>Whether one label ends several paths.</summary>
    public bool HasLabelUnderSeveralParents => _paths.DistinctBy(path => path.Code).Count() < _paths.Count;

    /// <summary>The paths of every level, coarse to fine.</summary>
    public static List<LabelPaths> Of(PublishedKey key)
    {
        var levels = new List<LabelPaths>();
        LabelPaths? coarser = null;
        foreach (var level in key.Levels)
        {
            coarser = new LabelPaths(level, coarser, level.Codes.Count);
            coarser.Number();
            levels.Add(coarser);
        }

        return levels;
    }

    /// <summary>Gives every path its node, from the coarser path's node and the label.</summary>
    public void Place(Func<int, string, int> nodeOf)
    {
        NodeOfPath = new int[Count];
        for (var path = 0; path < Count; path++)
        {
            var (parent, code) = _paths[path];
            NodeOfPath[path] = nodeOf(parent < 0 ? -1 : Coarser!.NodeOfPath[parent], Level.Labels[code]);
        }
    }

    private void Number()
    {
        var known = new Dictionary<(int Parent, int Code), int>();
        for (var row = 0; row < PathOfRow.Length; row++)
        {
            var path = (Parent: Coarser?.PathOfRow[row] ?? -1, Code: Level.Codes[row]);
            PathOfRow[row] = -1;
            if (path.Code != PublishedLevel.Total)
            {
                if (!known.TryGetValue(path, out var number))
                {
                    number = _paths.Count;
                    known.Add(path, number);
                    _paths.Add(path);
                }

                PathOfRow[row] = number;
            }
        }
    }
}
