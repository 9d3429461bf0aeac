using Publish.Codes;
using Publish.Pipeline;

namespace Publish.Cli.Running;

/// <summary>
/// Where the command line keeps secret keys: a file of lines <c>name=key</c>, and the environment for what the file has not.
/// No message tells a key.
/// </summary>
internal static class SecretsFile
{
    /// <summary>Opens the secrets.</summary>
    /// <param name="path">The file, or <see langword="null"/> for the environment alone.</param>
    /// <param name="environment">The value of an environment variable.</param>
    /// <returns>The secrets.</returns>
    /// <exception cref="CodedException">A line is neither empty, nor a comment, nor a key after its name.</exception>
    public static RunSecrets Open(string? path, Func<string, string?> environment)
    {
        var keys = path is null ? [] : Read(path);
        return new RunSecrets(setting => keys.GetValueOrDefault(setting) ?? environment(setting));
    }

    private static Dictionary<string, string> Read(string path)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (number, line) in File.ReadAllLines(path).Index().Where(line => line.Item.Length > 0 && line.Item[0] != '#'))
        {
            // Base64 ends in =, so that only the first one parts.
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, { Length: > 0 } key]
                || !keys.TryAdd(RunSecrets.SettingOf(name), key))
            {
                throw new CodedException(
                    CliCodes.SecretsFile, FormattableString.Invariant($"{Path.GetFileName(path)}, line {number + 1}"));
            }
        }

        return keys;
    }
}
