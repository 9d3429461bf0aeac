using System.Collections;
using Publish.Codes;
using Publish.Pipeline;

namespace Publish.Cli.Running;

/// <summary>
/// Reads the secret keys that policies name: from the environment (<c>PUBLISH_SECRET_NAME</c>, hyphens as underscores) and
/// from a file of lines <c>name=key</c>, which wins. Keys are written in Base64. No message tells a key.
/// </summary>
internal static class Secrets
{
    private const string Prefix = "PUBLISH_SECRET_";

    /// <summary>Reads the keys.</summary>
    /// <param name="environment">The environment's variables.</param>
    /// <param name="file">The file, or <see langword="null"/>.</param>
    /// <returns>The keys by name.</returns>
    /// <exception cref="CodedException">A key is not Base64, or a line is no key.</exception>
    public static RunSecrets Read(IDictionary environment, string? file)
    {
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in environment)
        {
            if (variable is { Key: string name, Value: string text } && name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                keys[NameOf(name)] = KeyOf(text, name);
            }
        }

        foreach (var (line, i) in (file is null ? [] : File.ReadAllLines(file)).Select((line, i) => (line.Trim(), i)))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var place = FormattableString.Invariant($"{Path.GetFileName(file)}, line {i + 1}");
                var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
                keys[parts[0]] = KeyOf(parts is [_, var text] ? text : "", place);
            }
        }

        return new RunSecrets(keys);
    }

    private static string NameOf(string variable) => variable[Prefix.Length..].ToLowerInvariant().Replace('_', '-');

    private static byte[] KeyOf(string text, string place)
    {
        var bytes = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, bytes, out var count)
            ? bytes[..count]
            : throw new CodedException([new Finding(CliCodes.SecretUnreadable, place)]);
    }
}
