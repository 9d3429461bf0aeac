using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Publish.Policies.Format;

namespace Publish.Policies;

/// <summary>
/// The JSON Schema (draft 2020-12) of the policy format, so that editors complete and check policies. Made from the
/// description the reader checks with. What ties several keys together is checked by <see cref="PolicyReader"/> alone.
/// </summary>
public static class PolicySchema
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Generates the schema.</summary>
    /// <returns>The JSON text, indented, ending in a line feed; the same on every machine.</returns>
    public static string Generate()
    {
        var definitions = new JsonObject();
        var root = PolicyFormat.Root.Definition(definitions);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Publish policy",
            ["description"] = "What an agency's file must look like, under which agreement it comes, and what may leave, to whom and how protected.",
        };
        foreach (var (key, value) in root)
        {
            schema[key] = value?.DeepClone();
        }

        schema["$defs"] = definitions;
        return schema.ToJsonString(Options) + "\n";
    }
}
