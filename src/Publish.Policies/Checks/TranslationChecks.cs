using Publish.Policies.Reading;

namespace Publish.Policies.Checks;

/// <summary>Whether everything that is translated is there: a name with a slip of the pen would be shown to nobody.</summary>
internal static class TranslationChecks
{
    private const string Status = "status";

    public static void Check(Policy policy, ReadingLog log)
    {
        var releases = policy.Releases.Select(release => release.Name).ToHashSet(StringComparer.Ordinal);
        var columns = policy.Columns.Select(column => column.Name)
            .Concat(policy.Hierarchies.Values.SelectMany(hierarchy => hierarchy.LevelNames))
            .Concat(policy.Tables.SelectMany(table => table.Measures).Select(measure => measure.Name))
            .Append(Status)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (language, translation) in policy.Translations)
        {
            var path = PolicyPositions.PathOf("translations") + PolicyPositions.PathOf(language);
            Report(path + "/releases", translation.Releases.Keys, releases, "/releases", log);
            Report(path + "/columns", translation.Columns.Keys, columns, "/columns", log);
        }
    }

    private static void Report(string path, IEnumerable<string> names, HashSet<string> known, string because, ReadingLog log)
    {
        foreach (var name in names.Where(name => !known.Contains(name)))
        {
            log.Judge(
                path + PolicyPositions.PathOf(name),
                PolicyCodes.TranslationOfNothing,
                $"It is {Quotation.Of(name)}. {Suggestion.For(name, known)}".TrimEnd(),
                because);
        }
    }
}
