using System.Globalization;
using System.Text.RegularExpressions;

namespace Publish.Pipeline.Operations;

/// <summary>What a person's file is called among the uploads, where names have fewer characters.</summary>
internal static partial class UploadFileName
{
    private const int MaximumLength = 100;
    private const string Fallback = "upload";

    /// <summary>The names a file may get, the best first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="count">How many.</param>
    /// <returns><c>casualties.csv</c>, <c>casualties-2.csv</c> and so on.</returns>
    public static IEnumerable<string> Of(string path, int count)
    {
        var name = Other().Replace(Path.GetFileName(path), "-");

        // All endings are kept together: casualties-2.csv.gz. A name that begins with '_' or '.' is hidden, and not taken.
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (stem, ending) = dot < 0 ? (name, "") : (name[..dot], name[dot..]);
        stem = stem.TrimStart('_');
        stem = stem.Length == 0 ? Fallback : stem[..Math.Min(stem.Length, MaximumLength)];
        ending = ending[^Math.Min(ending.Length, MaximumLength)..];
        return Enumerable.Range(1, count).Select(number => number == 1
            ? stem + ending
            : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{ending}"));
    }

    [GeneratedRegex("[^A-Za-z0-9._=-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
