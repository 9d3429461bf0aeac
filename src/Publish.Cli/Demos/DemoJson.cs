using System.Text.Json.Nodes;
using Publish.Cli.Terminals;
using Publish.Pipeline.Receipts;

namespace Publish.Cli.Demos;

/// <summary>The result of <c>publish demo</c> as JSON.</summary>
internal static class DemoJson
{
    /// <summary>Writes the result.</summary>
    /// <param name="folder">The folder of the demo.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="outcomes">How the uploads ended, in order.</param>
    /// <returns>Indented JSON, ending with a line break; each receipt as <c>publish run --json</c> writes it.</returns>
    public static string Write(string folder, ulong seed, IReadOnlyList<DemoOutcome> outcomes) =>
        OutputJson.Write(new JsonObject
        {
            ["folder"] = folder,
            ["seed"] = seed,
            ["asExpected"] = outcomes.All(outcome => outcome.IsExpected),
            ["uploads"] = new JsonArray([.. outcomes.Select(Upload)]),
        });

    private static JsonNode Upload(DemoOutcome outcome) => new JsonObject
    {
        ["file"] = outcome.Upload.FileName,
        ["asExpected"] = outcome.IsExpected,
        ["receipt"] = JsonNode.Parse(ReceiptJson.Write(outcome.Receipt)),
    };
}
