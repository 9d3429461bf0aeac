namespace Publish.Duck;

/// <summary>The one place where names and texts become SQL.</summary>
public static class DuckSql
{
    /// <summary>Quotes a name: <c>a"b</c> becomes <c>"a""b"</c>.</summary>
    /// <param name="name">A table, column or function name; not empty, without NUL.</param>
    /// <returns>The quoted name.</returns>
    /// <exception cref="ArgumentException">The name is empty or holds NUL.</exception>
    public static string Identifier(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return "\"" + WithoutNul(name).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>Quotes a text: <c>it's</c> becomes <c>'it''s'</c>.</summary>
    /// <param name="text">The text, without NUL.</param>
    /// <returns>The quoted text.</returns>
    /// <exception cref="ArgumentException">The text holds NUL.</exception>
    public static string Literal(string text) =>
        "'" + WithoutNul(text).Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Refuses NUL, which would end the text early on its way into C.</summary>
    internal static string WithoutNul(string text) =>
        text.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException("The text holds NUL.", nameof(text))
            : text;
}
