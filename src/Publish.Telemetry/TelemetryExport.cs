using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Publish.Telemetry;

/// <summary>
/// Sends a source's traces, a meter's metrics and the lines of a log by OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names
/// a receiver (and <c>OTEL_EXPORTER_OTLP_PROTOCOL</c> is <c>http/protobuf</c>, the default, or <c>grpc</c>). Sending goes on beside
/// the work: a receiver that is slow, refuses or is away costs the work nothing.
/// </summary>
public sealed class TelemetryExport : IDisposable
{
    private readonly TracerProvider? _tracer;
    private readonly MeterProvider? _meter;
    private readonly OtlpSettings? _settings;
    private readonly ResourceBuilder _resource;

    /// <summary>Begins to send, where that is asked for.</summary>
    /// <param name="settings">The value of a setting, by its name.</param>
    /// <param name="instrumentation">The name of the source of traces and of the meter. Nothing of other sources is sent.</param>
    /// <param name="service">What the sender is called.</param>
    public TelemetryExport(Func<string, string?> settings, string instrumentation, string service)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = OtlpSettings.Of(settings);

        // Nothing that is worked out of the machine: its name and its users are no receiver's business.
        _resource = ResourceBuilder.CreateEmpty().AddService(service, autoGenerateServiceInstanceId: true);
        if (_settings is not { } otlp)
        {
            return;
        }

        _tracer = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(_resource)
            .AddSource(instrumentation)
            .SetSampler(new AlwaysOnSampler())
            .AddOtlpExporter(options => otlp.Configure(options, "traces"))
            .Build();
        _meter = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(_resource)
            .AddMeter(instrumentation)
            .AddOtlpExporter(options => otlp.Configure(options, "metrics"))
            .Build();
    }

    /// <summary>Whether anything is sent.</summary>
    public bool IsOn => _settings is not null;

    /// <summary>Has lines sent as well, where that is asked for.</summary>
    /// <param name="logging">The log.</param>
    public void AddTo(ILoggingBuilder logging)
    {
        ArgumentNullException.ThrowIfNull(logging);
        if (_settings is { } otlp)
        {
            logging.AddOpenTelemetry(options =>
            {
                options.SetResourceBuilder(_resource);
                options.AddOtlpExporter(exporter => otlp.Configure(exporter, "logs"));
            });
        }
    }

    /// <summary>Sends what is left, and ends. Takes some seconds at most where the receiver is away.</summary>
    public void Dispose()
    {
        _tracer?.Dispose();
        _meter?.Dispose();
    }
}
