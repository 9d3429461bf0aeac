namespace Publish.Cli.Terminals;

/// <summary>Text without control characters: a title in a downloaded certificate must not steer a terminal.</summary>
internal static class Printable
{
    private const char Replacement = '\uFFFD';

    /// <summary>Replaces control characters other than the line feed.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same, safe to show.</returns>
    public static string Of(string text) =>
        text.Any(IsUnsafe) ? string.Concat(text.Select(c => IsUnsafe(c) ? Replacement : c)) : text;

    private static bool IsUnsafe(char c) => char.IsControl(c) && c != '\n';
}
