namespace Publish.Disclosure.Hierarchies;

/// <summary>
/// The values of one key variable as collected, from which hierarchies are built: distinct, sorted, and perhaps a
/// missing category of its own after them. A category's code is its place in this order.
/// </summary>
public abstract class KeyValues
{
    private protected KeyValues(string key, int count, string? missing)
    {
        Key = key;
        ValueCount = count;
        Missing = missing;
    }

    /// <summary>The key's name.</summary>
    public string Key { get; }

    /// <summary>The number of values, the missing category not counted.</summary>
    public int ValueCount { get; }

    /// <summary>
    /// The label of the missing category, or <see langword="null"/> when no value is missing. Missing is a category of
    /// its own at every level but the last, where it joins all.
    /// </summary>
    public string? Missing { get; }

    /// <summary>The number of categories as collected: the values and the missing category.</summary>
    public int CategoryCount => ValueCount + (Missing is null ? 0 : 1);

    /// <summary>The text of a value as it is published.</summary>
    /// <param name="value">The place of the value.</param>
    public abstract string Text(int value);
}
