namespace Publish.Disclosure.Tests.Tables;

/// <summary>The rows of a reference file, without its header and quotes. The files have no quoted commas.</summary>
internal static class ReferenceRows
{
    public static string[][] Read(string dataset, string file)
    {
        var folder = ReferenceData.Find(dataset) ?? throw new DirectoryNotFoundException($"The reference data '{dataset}' is missing.");
        return [.. File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray())];
    }
}
