using System.Text.Json;
using Publish.Codes;
using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Portal.Building;
using Publish.Portal.Feeds;

namespace Publish.Portal.Verification;

/// <summary>
/// Holds a site to the histories of what is published: a site that was not built since says less than is true, or leads to
/// what is withdrawn.
/// </summary>
internal static class CurrencyCheck
{
    /// <summary>Checks all datasets below a folder.</summary>
    /// <param name="root">The folder of the site, with <c>data/</c> below it.</param>
    /// <param name="record">What the last build wrote.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>The datasets examined, and those that the site does not show as they are.</returns>
    public static SiteCheck Run(string root, BuildRecord record, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var examined = 0L;
        var shown = record.Datasets.ToDictionary(dataset => (dataset.Agency, dataset.Dataset));
        foreach (var folder in DatasetChecks.Datasets(Path.Combine(root, "data")))
        {
            cancellation.ThrowIfCancellationRequested();
            examined++;
            var place = Path.GetRelativePath(root, folder).Replace('\\', '/');
            try
            {
                var history = MetadataJson.Read<DatasetHistory>(File.ReadAllBytes(Path.Combine(folder, DatasetHistory.FileName)));
                var summary = shown.GetValueOrDefault((history.Agency, history.Dataset));
                findings.AddRange(Of(root, history, summary).Select(sentence => new Finding(PortalCodes.SiteStale, place, sentence)));
            }
            catch (Exception e) when (e is JsonException or IOException or InvalidOperationException or FormatException or NullReferenceException)
            {
                findings.Add(new Finding(PortalCodes.UnreadableFile, place));
            }
        }

        return new SiteCheck("currency", examined, findings);
    }

    private static IEnumerable<string> Of(string root, DatasetHistory history, DatasetSummary? summary)
    {
        if (summary is null)
        {
            yield return "No page of the site shows it.";
            yield break;
        }

        if (summary.Edition != history.Current?.Edition
            || !summary.Versions.Select(version => version.Updated).Order().SequenceEqual(history.Versions.Select(entry => entry.Updated).Order()))
        {
            yield return "Lists and catalogue do not show what its history says.";
        }

        var feed = Path.Combine(root, SitePaths.Dataset(history.Agency, history.Dataset), "feed" + JsonFeed.Extension);
        var told = File.Exists(feed)
            ? JsonFeed.Read(File.ReadAllBytes(feed)).Select(entry => (entry.Subject.Edition, entry.Subject.Version, entry.Subject.State)).ToHashSet()
            : [];
        foreach (var entry in history.Versions.Where(entry => !told.Contains((entry.Edition, entry.Version, entry.State))))
        {
            yield return $"Its feed does not say that {entry.Folder} is {entry.State}.";
        }
    }
}
