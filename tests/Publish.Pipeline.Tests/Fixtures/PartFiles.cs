using Publish.Pipeline.Parts;
using Publish.Pipeline.Receipts;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>Cuts a CSV into parts, each with the header, and runs them as a folder.</summary>
internal static class PartFiles
{
    public const string Folder = "parts";

    /// <summary>Shares the rows out to parts by chance; a part may have none.</summary>
    public static SortedDictionary<string, string> Cut(string csv, int parts, int seed = 1)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var random = new Random(seed);
        var cut = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var part = 0; part < parts; part++)
        {
            cut[Name(part)] = lines[0] + "\n";
        }

        foreach (var line in lines[1..])
        {
            cut[Name(random.Next(parts))] += line + "\n";
        }

        return cut;
    }

    public static string Name(int part) => FormattableString.Invariant($"part-{part}.csv");

    public static Task<Receipt> RunPartsAsync(this Desk desk, PolicyText policy, IReadOnlyDictionary<string, string> parts, string? marker = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(desk.Inbox, Folder)).FullName;
        foreach (var (name, text) in parts)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        if (marker is not null)
        {
            File.WriteAllText(Path.Combine(folder, UploadFolder.Marker), marker);
        }

        return desk.RunUploadAsync(policy, new LocalFolder(folder));
    }

    public static Task<Receipt> RunUploadAsync(this Desk desk, PolicyText policy, IUpload upload) =>
        new PublicationRun(desk.Settings with { TemporaryFolder = desk.Temporary }, desk.Time, desk.Observer).RunAsync(
            new RunRequest
            {
                Upload = upload,
                PolicyPath = desk.Write("policy.yaml", policy.ToString()),
                Edition = "2026-10",
                Private = desk.Private,
                PlaceOf = _ => desk.Public,
            },
            CancellationToken.None);
}
