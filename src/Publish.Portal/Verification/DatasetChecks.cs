using System.Text;
using System.Text.Json;
using Publish.Codes;
using Publish.Metadata;
using Publish.Metadata.Histories;

namespace Publish.Portal.Verification;

/// <summary>
/// Holds a dataset's history, its pointers and its tree of newest editions to one another and to the versions that are
/// there: whoever follows any of them comes to the same.
/// </summary>
internal static class DatasetChecks
{
    /// <summary>Checks all datasets below a folder.</summary>
    /// <param name="root">The folder of an audience, with <c>data/</c> below it.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>The datasets examined, and where they disagree.</returns>
    public static SiteCheck Run(string root, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var examined = 0L;
        foreach (var folder in Datasets(Path.Combine(root, "data")))
        {
            cancellation.ThrowIfCancellationRequested();
            examined++;
            var place = Path.GetRelativePath(root, folder).Replace('\\', '/');
            try
            {
                var history = MetadataJson.Read<DatasetHistory>(File.ReadAllBytes(Path.Combine(folder, DatasetHistory.FileName)));
                findings.AddRange(OfHistory(folder, history).Select(sentence => new Finding(PortalCodes.HistoryDiffers, place, sentence)));
                findings.AddRange(OfPointers(folder, history).Select(sentence => new Finding(PortalCodes.PointerDiffers, place, sentence)));
                findings.AddRange(OfTree(folder, history).Select(sentence => new Finding(PortalCodes.PointerDiffers, place, sentence)));
            }
            catch (Exception e) when (e is JsonException or IOException or InvalidOperationException or FormatException or KeyNotFoundException)
            {
                findings.Add(new Finding(PortalCodes.UnreadableFile, place));
            }
        }

        return new SiteCheck("pointers", examined, findings);
    }

    /// <summary>The folders of datasets that have a history.</summary>
    /// <param name="data">The folder of all agencies; may be missing.</param>
    /// <returns>The folders, in ordinal order.</returns>
    public static IEnumerable<string> Datasets(string data) => !Directory.Exists(data) ? [] : Directory.EnumerateDirectories(data)
        .SelectMany(agency => Directory.EnumerateDirectories(agency))
        .Where(dataset => File.Exists(Path.Combine(dataset, DatasetHistory.FileName)))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> OfHistory(string folder, DatasetHistory history)
    {
        if (history.Versions.GroupBy(entry => entry.Edition).Any(edition => edition.Count(entry => entry.State == VersionState.Published) > 1))
        {
            yield return "An edition has one published version at the most.";
        }

        if (history.Versions.Any(entry => entry.Supersedes is { } before && !history.Versions.Any(other =>
            other.Edition == entry.Edition && other.Version == before && other.State != VersionState.Published)))
        {
            yield return "A version that is superseded is in the history, and no longer published.";
        }

        foreach (var entry in history.Versions)
        {
            var isThere = File.Exists(Path.Combine(folder, entry.Folder, DigestList.FileName));
            if (isThere != (entry.State != VersionState.Withdrawn))
            {
                yield return isThere ? $"{entry.Folder} is withdrawn, and its files are there." : $"{entry.Folder} is in the history, and its files are not there.";
            }
        }

        var known = history.Versions.Select(entry => entry.Folder.TrimEnd('/')).ToHashSet(StringComparer.Ordinal);
        foreach (var version in VersionsIn(folder).Where(version => !known.Contains(version)))
        {
            yield return $"{version} is there, and not in the history.";
        }
    }

    private static IEnumerable<string> VersionsIn(string folder) =>
        Directory.EnumerateDirectories(folder).Where(edition => Path.GetFileName(edition) != "current")
            .SelectMany(edition => Directory.EnumerateDirectories(edition))
            .Select(version => Path.GetRelativePath(folder, version).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> OfPointers(string folder, DatasetHistory history)
    {
        foreach (var edition in history.Versions.GroupBy(entry => entry.Edition))
        {
            var published = edition.FirstOrDefault(entry => entry.State == VersionState.Published);
            foreach (var sentence in OfPointer(folder, $"{edition.Key}/{LatestPointer.FileName}", edition.Key + "/", published))
            {
                yield return sentence;
            }
        }

        foreach (var sentence in OfPointer(folder, LatestPointer.FileName, "", history.Current))
        {
            yield return sentence;
        }
    }

    // Addresses are relative to the pointer's own folder.
    private static IEnumerable<string> OfPointer(string folder, string name, string beside, HistoryEntry? published)
    {
        var path = Path.Combine(folder, name);
        var pointer = File.Exists(path) ? MetadataJson.Read<LatestPointer>(File.ReadAllBytes(path)) : null;
        if (pointer is null)
        {
            yield return $"{name} is not there.";
        }
        else if (published is null)
        {
            if (pointer.Files is not null || pointer.Withdrawn is null)
            {
                yield return $"{name} leads to a version, and none is published.";
            }
        }
        else if (pointer.Edition != published.Edition || pointer.Version != published.Version || pointer.Published != published.Published)
        {
            yield return $"{name} does not lead to {published.Folder}.";
        }
        else
        {
            var digests = DigestList.Read(File.ReadAllText(Path.Combine(folder, published.Folder, DigestList.FileName), Encoding.UTF8));
            var files = (pointer.Files ?? []).DistinctBy(file => file.Name).ToDictionary(file => file.Name, StringComparer.Ordinal);
            if (!digests.Keys.Append(DigestList.FileName).ToHashSet(StringComparer.Ordinal).SetEquals(files.Keys)
                || digests.Any(digest => files[digest.Key].Sha256 != digest.Value)
                || files.Values.Any(file => beside + file.Url != published.Folder + file.Name || LengthOf(Path.Combine(folder, published.Folder, file.Name)) != file.Bytes))
            {
                yield return $"{name} does not list the files of {published.Folder} as they are.";
            }
        }
    }

    private static IEnumerable<string> OfTree(string folder, DatasetHistory history)
    {
        var expected = history.Versions.Where(entry => entry.State == VersionState.Published)
            .SelectMany(entry => Files(Path.Combine(folder, entry.Folder)).Select(file =>
                (Name: $"current/{Path.GetFileNameWithoutExtension(file)}/edition={entry.Edition}/{Path.GetFileName(file)}", Source: file)))
            .DistinctBy(pair => pair.Name)
            .ToDictionary(pair => pair.Name, pair => pair.Source, StringComparer.Ordinal);
        foreach (var (name, source) in expected)
        {
            var copy = Path.Combine(folder, name);
            if (!File.Exists(copy))
            {
                yield return $"{name} is not there.";
            }
            else if (!File.ReadAllBytes(copy).AsSpan().SequenceEqual(File.ReadAllBytes(source)))
            {
                yield return $"{name} is not the file of the version that is published.";
            }
        }

        var tree = Path.Combine(folder, "current");
        string[] files = Directory.Exists(tree) ? [.. Directory.EnumerateFiles(tree, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
        foreach (var file in files)
        {
            if (Path.GetRelativePath(folder, file).Replace('\\', '/') is var name && !expected.ContainsKey(name))
            {
                yield return $"{name} is of no version that is published.";
            }
        }
    }

    private static IEnumerable<string> Files(string version) =>
        Directory.Exists(version) ? Directory.EnumerateFiles(version, "*.parquet").Order(StringComparer.Ordinal) : [];

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : -1;
}
