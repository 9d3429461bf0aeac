using Publish.Disclosure.Hierarchies;

namespace Publish.Pipeline.Grouping;

/// <summary>
/// The domain that a file of levels declares for a key: the codes it lists, whether or not they occur. What a level loses
/// is measured against it, so that two editions are measured alike.
/// </summary>
internal sealed class DeclaredDomain
{
    private readonly int _codes;
    private readonly IReadOnlyList<Dictionary<string, int>> _codesOf;

    /// <summary>Counts the codes of each label of each level.</summary>
    /// <param name="rows">The rows of the file: the code, then its label at each level.</param>
    /// <param name="levels">The levels of the file, the codes not counted.</param>
    public DeclaredDomain(IReadOnlyList<string[]> rows, int levels)
    {
        _codes = rows.Count;
        _codesOf = [.. Enumerable.Range(0, levels + 1)
            .Select(level => rows.CountBy(row => row[level], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal))];
    }

    /// <summary>The codes of each category of a level; a missing value is one more.</summary>
    /// <param name="hierarchy">The hierarchy of the values that occur.</param>
    /// <param name="level">The level.</param>
    /// <param name="hasMissing">Whether there is a category of missing values.</param>
    /// <returns>One number a category.</returns>
    public int[] ValuesOf(KeyHierarchy hierarchy, int level, bool hasMissing) =>
        level == hierarchy.Top
            ? [_codes + (hasMissing ? 1 : 0)]
            : [.. hierarchy.Levels[level].Labels.Select(label => _codesOf[level].GetValueOrDefault(label, 1))];
}
