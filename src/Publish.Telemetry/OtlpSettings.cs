using OpenTelemetry.Exporter;

namespace Publish.Telemetry;

/// <summary>Where telemetry is sent by OTLP, by the settings that OpenTelemetry gives names to.</summary>
/// <remarks>Source: OpenTelemetry Protocol Exporter specification, "Configuration Options".</remarks>
internal sealed class OtlpSettings
{
    /// <summary>The setting of the receiver's address; without it nothing is sent.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The setting of the protocol: <c>http/protobuf</c>, which is the default, or <c>grpc</c>.</summary>
    public const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private const string Grpc = "grpc";
    private readonly Uri _endpoint;
    private readonly OtlpExportProtocol _protocol;

    private OtlpSettings(Uri endpoint, OtlpExportProtocol protocol) => (_endpoint, _protocol) = (endpoint, protocol);

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">The value of a setting, by its name.</param>
    /// <returns>Them, or <see langword="null"/> where no receiver is named, or none that can be.</returns>
    public static OtlpSettings? Of(Func<string, string?> settings) =>
        Uri.TryCreate(settings(Endpoint), UriKind.Absolute, out var endpoint)
        && (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps)
            ? new OtlpSettings(endpoint, settings(Protocol) == Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf)
            : null;

    /// <summary>Tells an exporter.</summary>
    /// <param name="options">The exporter's options.</param>
    /// <param name="signal"><c>traces</c>, <c>metrics</c> or <c>logs</c>: over HTTP, each has a path of its own.</param>
    public void Configure(OtlpExporterOptions options, string signal)
    {
        options.Protocol = _protocol;
        options.Endpoint = _protocol == OtlpExportProtocol.Grpc
            ? _endpoint
            : new Uri($"{_endpoint.ToString().TrimEnd('/')}/v1/{signal}");
    }
}
