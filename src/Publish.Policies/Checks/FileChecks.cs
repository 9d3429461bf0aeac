using Publish.Policies.Files;
using Publish.Policies.Reading;

namespace Publish.Policies.Checks;

/// <summary>Whether files can be read as declared.</summary>
internal static class FileChecks
{
    private const int LongestDate = 16;
    private const int LongestTimestamp = 32;

    private static readonly string[] DelimitedTextKeys =
    [
        "encoding", "delimiter", "decimalMark", "dateFormat", "timestampFormat", "compression", "missing",
    ];

    public static void Check(Policy policy, ReadingLog log)
    {
        if (!IsFormat(policy.File.DateFormat, ["yyyy", "MM", "dd"], 3, "", LongestDate))
        {
            log.Judge("/file/dateFormat", FileCodes.DateFormat, null);
        }

        if (policy.File.TimestampFormat is { } format
            && !IsFormat(format, ["yyyy", "MM", "dd", "HH", "mm", "ss"], 5, "TZ", LongestTimestamp))
        {
            log.Judge("/file/timestampFormat", FileCodes.TimestampFormat, null);
        }

        if (policy.File.Kind == FileKind.Parquet)
        {
            foreach (var key in DelimitedTextKeys.Where(key => log.IsLocated("/file/" + key)))
            {
                log.Judge("/file/" + key, FileCodes.ParquetKey, $"It is '{key}'.");
            }
        }
    }

    /// <summary>Whether a format has its parts once each (the first so many are needed) and between them no other letters or digits.</summary>
    private static bool IsFormat(string format, string[] parts, int needed, string letters, int longest)
    {
        var rest = format;
        var met = new HashSet<string>(StringComparer.Ordinal);
        while (rest.Length > 0)
        {
            if (Array.Find(parts, part => rest.StartsWith(part, StringComparison.Ordinal)) is { } part && met.Add(part))
            {
                rest = rest[part.Length..];
            }
            else if (IsLiteral(rest[0], letters))
            {
                rest = rest[1..];
            }
            else
            {
                return false;
            }
        }

        return format.Length <= longest && parts.Take(needed).All(met.Contains);
    }

    private static bool IsLiteral(char character, string letters) =>
        character is >= ' ' and <= '~' and not '"'
        && (!char.IsAsciiLetterOrDigit(character) || letters.Contains(character, StringComparison.Ordinal));
}
