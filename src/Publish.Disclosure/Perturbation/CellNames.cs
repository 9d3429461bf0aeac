using System.Globalization;
using System.Text;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Perturbation;

/// <summary>Names a cell by what it is, so that it has the same name in every table and edition.</summary>
internal static class CellNames
{
    /// <summary>A cell's name: key, level and label of each dimension that is not summed away, by key, each after its length.</summary>
    /// <param name="table">The table.</param>
    /// <param name="hierarchies">The hierarchy of each key by key index.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>Different for different cells.</returns>
    public static string Of(ProtectedTable table, IReadOnlyList<KeyHierarchy?> hierarchies, int cell)
    {
        var parts = new SortedDictionary<string, (string Level, string Label)>(StringComparer.Ordinal);
        for (var d = 0; d < table.Request.Keys.Count; d++)
        {
            var hierarchy = hierarchies[table.Request.Keys[d].Key]!;
            if (table.Levels[d][cell] != hierarchy.Top)
            {
                var level = hierarchy.Levels[table.Levels[d][cell]];
                parts.Add(hierarchy.Key, (level.Name, level.Labels[table.Categories[d][cell]]));
            }
        }

        var name = new StringBuilder();
        foreach (var text in parts.SelectMany(part => new[] { part.Key, part.Value.Level, part.Value.Label }))
        {
            name.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
        }

        return name.ToString();
    }
}
