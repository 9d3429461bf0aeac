
namespace Publish.Attacks.Tests.Fakes;

/// <summary>Reads the simple comma-separated reference files: no quoted commas.</summary>
internal static class CsvLines
{
    public static List<Dictionary<string, string>> Read(string dataset, string file)
    {
        var folder = ReferenceData.Find(dataset) ?? throw new DirectoryNotFoundException($"Reference data '{dataset}' is missing.");
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        var header = Split(lines[0]);
        return [.. lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => header.Zip(Split(line)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    private static string[] Split(string line) => [.. line.Split(',').Select(cell => cell.Trim('"'))];
}
