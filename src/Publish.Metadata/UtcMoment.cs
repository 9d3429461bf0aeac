using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Publish.Metadata;

/// <summary>Writes moments as all published files do: UTC, whole seconds, <c>2026-11-02T09:30:00Z</c>.</summary>
public sealed class UtcMoment : JsonConverter<DateTimeOffset>
{
    /// <summary>The text of a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>ISO 8601 in UTC.</returns>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset().ToUniversalTime();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Text(value));
    }
}
