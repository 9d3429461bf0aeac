namespace Publish.Disclosure.Hierarchies;

/// <summary>Values of a text column, in ordinal order.</summary>
public sealed class TextValues : KeyValues
{
    private readonly string[] _values;

    /// <summary>Creates the list over an array it does not copy.</summary>
    /// <param name="key">The key's name.</param>
    /// <param name="values">Distinct values in ordinal order.</param>
    /// <param name="missing">The label of the missing category, or <see langword="null"/> when no value is missing.</param>
    /// <exception cref="ArgumentException">The values are not distinct and in ordinal order.</exception>
    public TextValues(string key, string[] values, string? missing = null)
        : base(key, values.Length, missing)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (string.CompareOrdinal(values[i - 1], values[i]) >= 0)
            {
                throw new ArgumentException($"The values of '{key}' must be distinct and in ordinal order.", nameof(values));
            }
        }

        _values = values;
    }

    /// <inheritdoc/>
    public override string Text(int value) => _values[value];
}
