using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Publish.Metadata;

/// <summary>How the files beside a version are written as JSON: the same content gives the same bytes.</summary>
public static class MetadataJson
{
    // What a newer version of the format adds is passed over by an older reader.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcMoment() },
    };

    /// <summary>Writes a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>Indented JSON in UTF-8, ending with a line break.</returns>
    public static byte[] Write<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, Options), (byte)'\n'];

    /// <summary>Makes a writer whose JSON looks as that of <see cref="Write"/>, for what is too large to be a value first.</summary>
    /// <param name="target">Takes the JSON.</param>
    /// <returns>A writer the caller disposes of; the line break at the end is the caller's.</returns>
    public static Utf8JsonWriter WriterTo(Stream target) =>
        new(target, new JsonWriterOptions { Indented = true, NewLine = Options.NewLine, Encoder = Options.Encoder });

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="json">JSON in UTF-8.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is no such value.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json)
        where T : class =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The value is null.");

    /// <summary>An array of texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The array, or <see langword="null"/> where there is none.</returns>
    internal static JsonArray? Texts(IEnumerable<string> texts)
    {
        var array = new JsonArray([.. texts.Select(text => (JsonNode)text)]);
        return array.Count == 0 ? null : array;
    }

    /// <summary>Leaves out what has no value.</summary>
    /// <param name="properties">Names and values.</param>
    /// <returns>An object of those that have one, in their order.</returns>
    internal static JsonObject Object(params IEnumerable<(string Name, JsonNode? Value)> properties)
    {
        var json = new JsonObject();
        foreach (var (name, value) in properties)
        {
            if (value is not null)
            {
                json.Add(name, value);
            }
        }

        return json;
    }
}
