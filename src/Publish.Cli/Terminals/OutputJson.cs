using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Publish.Cli.Terminals;

/// <summary>What commands say, as JSON.</summary>
internal static class OutputJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>Indented JSON, ending with a line break; times in UTC.</returns>
    public static string Write(object result) => JsonSerializer.Serialize(result, Options) + "\n";
}
