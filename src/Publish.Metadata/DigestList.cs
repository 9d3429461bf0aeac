using System.Text;

namespace Publish.Metadata;

/// <summary>The digests of a version's files in the form of <c>sha256sum</c> (GNU coreutils): digest, two spaces, name.</summary>
public static class DigestList
{
    /// <summary>The name of the file in a version's folder.</summary>
    public const string FileName = "SHA256SUMS";

    /// <summary>Writes the list.</summary>
    /// <param name="digests">Lower-case hexadecimal SHA-256 by file name.</param>
    /// <returns>One line a file, ordered by name (ordinal), in UTF-8.</returns>
    public static byte[] Write(IReadOnlyDictionary<string, string> digests)
    {
        ArgumentNullException.ThrowIfNull(digests);
        var text = new StringBuilder();
        foreach (var (name, digest) in digests.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            text.Append(digest).Append("  ").Append(name).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads the list.</summary>
    /// <param name="text">The file's text.</param>
    /// <returns>Digests by file name.</returns>
    /// <exception cref="FormatException">A line has another form, or names a file twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split("  ");
            if (parts.Length != 2 || parts[1].Length == 0 || parts[0].Length != 64 || !parts[0].All(char.IsAsciiHexDigitLower)
                || !digests.TryAdd(parts[1], parts[0]))
            {
                throw new FormatException("A line of the digests is not '<64 hexadecimal digits>  <name>', or names a file twice.");
            }
        }

        return digests;
    }
}
