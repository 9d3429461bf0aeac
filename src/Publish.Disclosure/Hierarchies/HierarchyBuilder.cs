using Publish.Codes;

namespace Publish.Disclosure.Hierarchies;

/// <summary>Puts levels together, each with the missing category last, between as-collected and all.</summary>
internal sealed class HierarchyBuilder
{
    private readonly KeyValues _values;
    private readonly List<HierarchyLevel> _levels = [];

    /// <summary>Starts a hierarchy with the values as collected.</summary>
    public HierarchyBuilder(KeyValues values)
    {
        _values = values;
        var identity = Enumerable.Range(0, values.ValueCount).ToArray();
        Add(LevelNames.AsCollected, identity, [.. identity.Select(values.Text)]);
    }

    /// <summary>Adds a level whose categories are in the order of their smallest value.</summary>
    /// <param name="name">The level's name.</param>
    /// <param name="labelOf">The label of each value; equal labels are one category.</param>
    public void AddInValueOrder(string name, string[] labelOf) => AddByLabel(name, labelOf, [.. labelOf.Distinct()]);

    /// <summary>Adds a level whose categories are in the ordinal order of their labels.</summary>
    /// <param name="name">The level's name.</param>
    /// <param name="labelOf">The label of each value; equal labels are one category.</param>
    public void AddInLabelOrder(string name, string[] labelOf) =>
        AddByLabel(name, labelOf, [.. labelOf.Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>Adds the level that joins all and gives the hierarchy.</summary>
    /// <param name="name">The level's name.</param>
    /// <param name="label">The label of its one category.</param>
    public KeyHierarchy Build(string name = LevelNames.All, string label = LevelNames.All)
    {
        _levels.Add(new HierarchyLevel(name, new int[_values.CategoryCount], _values.CategoryCount == 0 ? [] : [label]));
        return new KeyHierarchy(_values.Key, _levels);
    }

    private void AddByLabel(string name, string[] labelOf, string[] labels)
    {
        var places = labels.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        Add(name, [.. labelOf.Select(label => places[label])], labels);
    }

    private void Add(string name, int[] categoryOf, string[] labels)
    {
        if (_values.Missing is { } missing)
        {
            categoryOf = [.. categoryOf, labels.Length];
            labels = [.. labels, missing];
        }

        if (labels.Distinct(StringComparer.Ordinal).Count() != labels.Length)
        {
            throw new CodedException(HierarchyCodes.LabelClash, $"key {_values.Key}, level {name}");
        }

        _levels.Add(new HierarchyLevel(name, categoryOf, labels));
    }
}
