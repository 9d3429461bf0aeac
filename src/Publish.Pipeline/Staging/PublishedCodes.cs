using System.Text;
using Publish.Disclosure.Hierarchies;
using Publish.Pipeline.Grouping;

namespace Publish.Pipeline.Staging;

/// <summary>Turns a worker's codes of one key into categories of the level that is published. For one thread.</summary>
internal sealed class PublishedCodes
{
    private readonly Dictionary<string, int> _categoryOfLabel;
    private readonly byte[][] _labels;
    private readonly KeyCoder _coder;
    private readonly List<int> _categories = [];

    /// <summary>Readies the codes.</summary>
    /// <param name="hierarchy">The key's hierarchy, from its finest level needed.</param>
    /// <param name="level">The level that is published.</param>
    /// <param name="coder">The worker's coder.</param>
    public PublishedCodes(KeyHierarchy hierarchy, int level, KeyCoder coder)
    {
        var published = hierarchy.Levels[level];
        _coder = coder;
        _labels = [.. published.Labels.Select(Encoding.UTF8.GetBytes)];
        _categoryOfLabel = hierarchy.Levels[0].Labels
            .Select((label, i) => (label, published.CategoryOf[i]))
            .ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The category of a code.</summary>
    /// <param name="code">A code of the worker's coder.</param>
    /// <returns>The category at the published level.</returns>
    public int Of(int code)
    {
        while (_categories.Count <= code)
        {
            _categories.Add(_categoryOfLabel[_coder.LabelOf(_categories.Count)]);
        }

        return _categories[code];
    }

    /// <summary>The label of a category.</summary>
    /// <param name="category">The category.</param>
    /// <returns>UTF-8.</returns>
    public ReadOnlySpan<byte> Label(int category) => _labels[category];
}
