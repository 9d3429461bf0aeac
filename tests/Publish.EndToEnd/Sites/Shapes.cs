using System.Text.Json;
using Publish.EndToEnd.Fixtures;

namespace Publish.EndToEnd.Sites;

/// <summary>Holds JSON-LD to shapes with a JSON-LD processor and a SHACL validator that are not ours.</summary>
internal static class Shapes
{
    /// <summary>Reads a document as triples and holds it to shapes that lie beside this file.</summary>
    public static (int Triples, string[] Broken) Validate(string shapes, string document)
    {
        var file = Path.Combine(Path.GetTempPath(), $"publish-shapes-{Guid.NewGuid():N}.jsonld");
        File.WriteAllText(file, document);
        var folder = Path.Combine(Repository.Root, "tests", "Publish.EndToEnd", "Sites");
        var output = Programs.Run("node", [Path.Combine(folder, "validate-shacl.mjs"), Path.Combine(folder, shapes), file]);
        File.Delete(file);
        using var report = JsonDocument.Parse(output);
        return (report.RootElement.GetProperty("triples").GetInt32(), [.. report.RootElement.GetProperty("broken").EnumerateArray().Select(item => item.GetString()!)]);
    }
}
