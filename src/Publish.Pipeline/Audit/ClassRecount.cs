using System.Globalization;
using Publish.Attacks.Records;
using Publish.Codes;
using Publish.Disclosure;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Counts the respondents behind each class of published records from the class table, with code of the audit's own:
/// the files show rows only.
/// </summary>
internal static class ClassRecount
{
    /// <summary>Compares the file's classes with the upload's.</summary>
    /// <param name="records">The records as read back.</param>
    /// <param name="protectedRecords">The release as protected, for its keys, levels and k.</param>
    /// <param name="upload">The grouped upload.</param>
    /// <returns>The classes examined, and a finding for each that is not as it must be.</returns>
    public static (long Classes, IReadOnlyList<Finding> Findings) Run(
        PublishedRecords records, ProtectedRecords protectedRecords, GroupedUpload upload)
    {
        var expected = FromUpload(protectedRecords, upload);
        var published = FromFile(records);
        var findings = published
            .Where(c => !expected.TryGetValue(c.Key, out var truth)
                || truth.Rows != c.Value || truth.Respondents < protectedRecords.Plan.Release.K)
            .Select((_, i) => new Finding(
                AuditCodes.TooFewRespondents,
                string.Create(CultureInfo.InvariantCulture, $"release {records.Name}, class {i + 1}")))
            .ToArray();
        return (published.Count, findings);
    }

    private static Dictionary<string, long> FromFile(PublishedRecords records)
    {
        var classes = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var row = 0; row < records.Rows; row++)
        {
            var name = Join(records.Keys.Select(key => key.Codes[row] < 0 ? Grouping.PublishedText.Missing : key.Labels[key.Codes[row]]));
            classes[name] = classes.GetValueOrDefault(name) + 1;
        }

        return classes;
    }

    private static Dictionary<string, (long Rows, long Respondents)> FromUpload(ProtectedRecords records, GroupedUpload upload)
    {
        var names = new string[upload.Classes.ClassCount];
        var classes = new Dictionary<string, (long Rows, long Respondents)>(StringComparer.Ordinal);
        for (var c = 0; c < names.Length; c++)
        {
            names[c] = Join(records.Plan.Task.Keys.Select((key, i) =>
            {
                var level = key.Hierarchy.Levels[records.Records.Levels[i]];
                return level.Labels[level.CategoryOf[upload.Classes.Codes[key.Column][c]]];
            }));
            var (rows, respondents) = classes.GetValueOrDefault(names[c]);
            classes[names[c]] = (rows + upload.Classes.Rows[c], respondents + upload.Classes.Respondents[c]);
        }

        TakeAwayRepeats(upload.Classes.Overlaps, names, classes);
        return classes;
    }

    private static void TakeAwayRepeats(
        RespondentOverlaps overlaps, string[] names, Dictionary<string, (long Rows, long Respondents)> classes)
    {
        for (var group = 0; group + 1 < overlaps.Starts.Length; group++)
        {
            var own = overlaps.Classes[overlaps.Starts[group]..overlaps.Starts[group + 1]].Select(c => names[c]);
            foreach (var repeated in own.GroupBy(name => name, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            {
                var (rows, respondents) = classes[repeated.Key];
                classes[repeated.Key] = (rows, respondents - (overlaps.Respondents[group] * (repeated.Count() - 1)));
            }
        }
    }

    // Labels may hold any character but this one, which no text file of a policy or an upload can hold.
    private static string Join(IEnumerable<string> labels) => string.Join('\0', labels);
}
