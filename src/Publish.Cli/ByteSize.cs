using System.Globalization;

namespace Publish.Cli;

/// <summary>Sizes as people write and read them.</summary>
internal static class ByteSize
{
    private static readonly (string Suffix, long Factor)[] Units =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40),
        ("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("TB", 1_000_000_000_000), ("B", 1),
    ];

    /// <summary>Reads a size: a number, then a unit (<c>512MB</c>, <c>1.5 GiB</c>); no unit means bytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">The size in bytes.</param>
    /// <returns>Whether the text is a size above zero that fits.</returns>
    public static bool TryParse(string text, out long bytes)
    {
        var unit = Units.FirstOrDefault(u => text.EndsWith(u.Suffix, StringComparison.OrdinalIgnoreCase), ("", 1));
        var number = text[..^unit.Suffix.Length].Trim();
        var isNumber = decimal.TryParse(
            number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount);
        var fits = isNumber && amount > 0 && amount <= long.MaxValue / unit.Factor;
        bytes = fits ? (long)(amount * unit.Factor) : 0;
        return bytes > 0;
    }

    /// <summary>A size with at most one decimal, in the unit that suits it.</summary>
    /// <param name="bytes">The size in bytes.</param>
    /// <returns>Such as <c>3.4 MB</c>.</returns>
    public static string Show(long bytes) => bytes switch
    {
        < 1_000 => Amount(bytes, "bytes"),
        < 1_000_000 => Amount(bytes / 1e3, "KB"),
        < 1_000_000_000 => Amount(bytes / 1e6, "MB"),
        _ => Amount(bytes / 1e9, "GB"),
    };

    private static string Amount(double amount, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:#,0.#} {unit}");
}
