using System.Security.Cryptography;
using Publish.Metadata;
using Publish.Metadata.Histories;

namespace Publish.Portal.Tests;

/// <summary>Writes what leads to a dataset's versions as a release does: a pointer an edition, the dataset's, and the tree.</summary>
internal static class PublishedPointers
{
    public static void Write(string folder, DatasetHistory history)
    {
        var tree = Path.Combine(folder, "current");
        if (Directory.Exists(tree))
        {
            Directory.Delete(tree, recursive: true);
        }

        foreach (var edition in history.Versions.GroupBy(entry => entry.Edition))
        {
            Directory.CreateDirectory(Path.Combine(folder, edition.Key));
            Write(Path.Combine(folder, edition.Key, "latest.json"), folder, edition.FirstOrDefault(entry => entry.State == "published") ?? edition.First(), "");
        }

        var shown = history.Current ?? history.Versions[0];
        Write(Path.Combine(folder, "latest.json"), folder, shown, shown.Edition + "/");
        foreach (var entry in history.Versions.Where(entry => entry.State == "published"))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, entry.Folder), "*.parquet"))
            {
                var target = Directory.CreateDirectory(Path.Combine(tree, Path.GetFileNameWithoutExtension(file), "edition=" + entry.Edition)).FullName;
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            }
        }
    }

    private static void Write(string path, string folder, HistoryEntry entry, string before) => File.WriteAllBytes(path, MetadataJson.Write(new
    {
        entry.Edition,
        entry.Version,
        entry.Published,
        entry.Withdrawn,
        Files = entry.State != "published" ? null : Directory.EnumerateFiles(Path.Combine(folder, entry.Folder)).Select(file => new
        {
            Name = Path.GetFileName(file),
            Bytes = new FileInfo(file).Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))),
            Url = $"{before}{entry.Version}/{Path.GetFileName(file)}",
        }),
    }));
}
