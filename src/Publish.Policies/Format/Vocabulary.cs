namespace Publish.Policies.Format;

/// <summary>The words of the format for the values of an enumeration.</summary>
internal sealed class Vocabulary<T>(params IReadOnlyList<(string Word, T Value)> words)
    where T : struct, Enum
{
    /// <summary>The words as a shape.</summary>
    public ChoiceShape Shape { get; } = new([.. words.Select(pair => pair.Word)]);

    /// <summary>The value of a word, or <see langword="null"/>.</summary>
    public T? Value(string word)
    {
        foreach (var pair in words)
        {
            if (pair.Word == word)
            {
                return pair.Value;
            }
        }

        return null;
    }

    /// <summary>The word of a value.</summary>
    public string Word(T value) => words.First(pair => pair.Value.Equals(value)).Word;
}
