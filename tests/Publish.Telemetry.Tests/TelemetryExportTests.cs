using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Publish.Telemetry.Tests;

public sealed class TelemetryExportTests
{
    private const string Name = "Publish.Telemetry.Tests";

    [Fact]
    public void Spans_metrics_and_lines_of_the_source_arrive_and_those_of_others_do_not()
    {
        using var receiver = new OtlpReceiver();
        using var source = new ActivitySource(Name);
        using var other = new ActivitySource("Other");
        using var meter = new Meter(Name);
        Send(receiver.Endpoint, () =>
        {
            using (var span = source.StartActivity("work"))
            {
                span!.SetTag("rows", 12L);
            }

            Assert.Null(other.StartActivity("gossip"));
            meter.CreateCounter<long>("things").Add(3);
        });

        var spans = Assert.Single(receiver.Bodies("/v1/traces"));
        var sent = Assert.Single(new ProtobufMessage(spans).At(1, 2, 2));
        Assert.Equal("work", sent.Text(5));
        Assert.Equal("12", sent.Attributes(9)["rows"]);
        Assert.Equal("things", Assert.Single(new ProtobufMessage(Assert.Single(receiver.Bodies("/v1/metrics"))).At(1, 2, 2)).Text(1));
        var line = Assert.Single(new ProtobufMessage(Assert.Single(receiver.Bodies("/v1/logs"))).At(1, 2, 2));
        Assert.Equal("done", Assert.Single(line.At(5)).Text(1));
    }

    [Fact]
    public void The_sender_is_named_and_its_machine_is_not()
    {
        using var receiver = new OtlpReceiver();
        using var source = new ActivitySource(Name);
        Send(receiver.Endpoint, () => source.StartActivity("work")?.Dispose());
        var resource = Assert.Single(new ProtobufMessage(Assert.Single(receiver.Bodies("/v1/traces"))).At(1, 1)).Attributes(1);
        Assert.Equal("some-service", resource["service.name"]);
        Assert.All(receiver.Bodies(), body => Assert.DoesNotContain(Environment.MachineName, Encoding.UTF8.GetString(body), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("file:///tmp")]
    public void Nothing_is_sent_where_no_receiver_is_named(string? endpoint)
    {
        using var source = new ActivitySource(Name);
        using var export = new TelemetryExport(_ => endpoint, Name, "some-service");
        Assert.False(export.IsOn);
        Assert.Null(source.StartActivity("work"));
    }

    [Fact]
    public void A_receiver_that_is_away_costs_the_work_nothing()
    {
        Uri gone;
        using (var receiver = new OtlpReceiver())
        {
            gone = receiver.Endpoint;
        }

        using var source = new ActivitySource(Name);
        var worked = false;
        Send(gone, () =>
        {
            using var span = source.StartActivity("work");
            worked = span is not null;
        });
        Assert.True(worked);
    }

    private static void Send(Uri endpoint, Action work)
    {
        using var export = new TelemetryExport(name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? endpoint.ToString() : null, Name, "some-service");
        Assert.True(export.IsOn);
        using var logs = LoggerFactory.Create(export.AddTo);
        work();
        logs.CreateLogger(Name).Log(LogLevel.Information, default, "done", null, (state, _) => state);
    }
}
