namespace Publish.Metadata;

/// <summary>Words of the policy format for values of enumerations.</summary>
internal static class Words
{
    /// <summary>The word of a value: its name, beginning with a small letter.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The word.</returns>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
