namespace Publish.Disclosure.Hierarchies;

/// <summary>Values of an integer, decimal, date or timestamp column, in ascending order.</summary>
public sealed class OrderedValues : KeyValues
{
    /// <summary>Creates the list over an array it does not copy.</summary>
    /// <param name="key">The key's name.</param>
    /// <param name="values">Distinct values in ascending order, in the units of <paramref name="format"/>.</param>
    /// <param name="format">What the numbers stand for and how they are written.</param>
    /// <param name="missing">The label of the missing category, or <see langword="null"/> when no value is missing.</param>
    /// <exception cref="ArgumentException">The values are not distinct and ascending.</exception>
    public OrderedValues(string key, long[] values, ValueFormat format, string? missing = null)
        : base(key, values.Length, missing)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i - 1] >= values[i])
            {
                throw new ArgumentException($"The values of '{key}' must be distinct and ascending.", nameof(values));
            }
        }

        Values = values;
        Format = format;
    }

    /// <summary>The values, ascending.</summary>
    public long[] Values { get; }

    /// <summary>What the numbers stand for and how they are written.</summary>
    public ValueFormat Format { get; }

    /// <inheritdoc/>
    public override string Text(int value) => Format.Text(Values[value]);
}
