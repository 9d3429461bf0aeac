namespace Publish.Pipeline.Grouping;

/// <summary>Distinct values of a key: of a text column, or numbers in the cell's encoding of any other.</summary>
internal sealed class KeyValues
{
    private KeyValues(string[]? texts, long[]? numbers)
    {
        Texts = texts;
        Numbers = numbers;
    }

    /// <summary>The texts in ordinal order, or <see langword="null"/> for numbers.</summary>
    public string[]? Texts { get; }

    /// <summary>The numbers in ascending order, or <see langword="null"/> for texts.</summary>
    public long[]? Numbers { get; }

    /// <summary>The number of values.</summary>
    public int Count => Texts?.Length ?? Numbers!.Length;

    /// <summary>Takes distinct texts in any order.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The values, in order.</returns>
    public static KeyValues OfTexts(IEnumerable<string> texts) => new([.. texts.Order(StringComparer.Ordinal)], null);

    /// <summary>Takes distinct numbers in any order.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <returns>The values, in order.</returns>
    public static KeyValues OfNumbers(IEnumerable<long> numbers) => new(null, [.. numbers.Order()]);
}
