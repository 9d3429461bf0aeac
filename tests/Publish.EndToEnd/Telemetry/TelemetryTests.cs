using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Publish.EndToEnd.Fixtures;
using Publish.Pipeline;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Telemetry;
using Publish.Storage;
using Publish.Telemetry;

namespace Publish.EndToEnd.Telemetry;

/// <summary>An upload's life as a real receiver of OTLP learns of it. Alone: a source of traces is the whole process's.</summary>
[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryTests : IDisposable
{
    private const string Upload = "uploads/reference/data/2026-10/persons-of-interest.csv";
    private static readonly string[] Towns = ["Zennor-Quay", "Yoxford-Mere"];
    private readonly string _root = Directory.CreateTempSubdirectory("publish-telemetry-").FullName;

    [Fact]
    public async Task The_spans_lines_and_metrics_of_an_upload_arrive_and_no_cell_of_it_is_in_any()
    {
        using var receiver = new OtlpReceiver();
        var record = await SendAsync(receiver, MakeRows());
        Assert.Equal(UploadState.Published, record!.State);

        var spans = receiver.Bodies("/v1/traces").SelectMany(body => new ProtobufMessage(body).At(1, 2, 2)).ToArray();
        Assert.Equal(
            Enum.GetNames<Stage>().Select(stage => stage.ToLowerInvariant()).Append("upload").Append("sweep").Order(StringComparer.Ordinal),
            spans.Select(span => span.Text(5)).Order(StringComparer.Ordinal));
        var validation = spans.Single(span => span.Text(5) == "validation").Attributes(9);
        Assert.Equal(("41", "2"), (validation["publish.rows"], validation["publish.classes"]));
        Assert.Equal("Published", spans.Single(span => span.Text(5) == "upload").Attributes(9)["publish.state"]);

        var lines = receiver.Bodies("/v1/logs").SelectMany(body => new ProtobufMessage(body).At(1, 2, 2))
            .Select(line => Assert.Single(line.At(5)).Text(1)).ToArray();
        Assert.Equal(6, lines.Count(line => line.StartsWith(TelemetryEvents.StageEnded + " ", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith(TelemetryEvents.UploadEnded + " state=Published ", StringComparison.Ordinal));
        var metrics = receiver.Bodies("/v1/metrics").SelectMany(body => new ProtobufMessage(body).At(1, 2, 2)).Select(metric => metric.Text(1));
        Assert.Superset(new HashSet<string> { "publish.uploads", "publish.rows", "publish.stage.duration" }, metrics.ToHashSet());

        AssertNoCell(receiver);
    }

    // A fault is where programs like to quote what they met.
    [Fact]
    public async Task A_rejected_upload_tells_codes_and_no_cell()
    {
        using var receiver = new OtlpReceiver();
        var record = await SendAsync(receiver, MakeRows() + "Zennor-Quay,Wilhelmina Featherstonehaugh,not-a-number\n");
        Assert.Equal(UploadState.Rejected, record!.State);
        var validation = receiver.Bodies("/v1/traces").SelectMany(body => new ProtobufMessage(body).At(1, 2, 2))
            .Single(span => span.Text(5) == "validation").Attributes(9);
        Assert.Equal("Rejected", validation["publish.verdict"]);
        Assert.NotEmpty(validation["publish.codes"]);
        AssertNoCell(receiver);
    }

    [Fact]
    public void Every_event_is_documented()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "telemetry.md"));
        var events = typeof(TelemetryEvents).GetFields().Select(field => (string)field.GetValue(null)!).ToArray();
        Assert.NotEmpty(events);
        Assert.All(events, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<UploadRecord?> SendAsync(OtlpReceiver receiver, string csv)
    {
        var policy = PolicyText.Of(
            new Dictionary<string, string>
            {
                ["town"] = PolicyText.Key,
                ["person"] = "{ type: text, role: drop }",
                ["pay"] = "{ type: integer, role: measure, required: true }",
            },
            "releases:\n" + PolicyText.Table("towns", "{ town: [town, all] }", 3, ", measures: [count, { sum: pay }]"));
        var place = new FolderPlace(Path.Combine(_root, "private"), Path.Combine(_root, "locks"));
        await place.TryWriteAsync(new BlobName("policies/reference/data.yaml"), Encoding.UTF8.GetBytes(policy), BlobWrite.Any, default);
        await place.TryWriteAsync(new BlobName(Upload), Encoding.UTF8.GetBytes(csv), BlobWrite.Any, default);

        using var export = new TelemetryExport(
            name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? receiver.Endpoint.ToString() : null, Instruments.Name, "publish");
        using var logs = LoggerFactory.Create(export.AddTo);
        var context = new OperationContext(
            place,
            audience => new FolderPlace(Path.Combine(_root, audience), Path.Combine(_root, "locks")),
            new WorkerSettings { TemporaryFolder = Path.Combine(_root, "temporary"), Threads = 1 },
            TimeProvider.System,
            new Unwatched())
        {
            Log = logs.CreateLogger(Instruments.Name),
        };
        await new Sweep(context).RunAsync(default);
        var records = new List<UploadRecord>();
        await foreach (var record in new UploadLedger(place).AllAsync("", default))
        {
            records.Add(record);
        }

        return Assert.Single(records);
    }

    private static string MakeRows() => "town,person,pay\n" + string.Concat(Enumerable.Range(0, 41).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{Towns[i % 2]},Wilhelmina Featherstonehaugh {i},{PayOf(i)}\n")));

    private static int PayOf(int i) => 81_234_567 + (i * 1_000_003);

    // Texts as bytes of the whole message; numbers wherever a number can stand as text, in lines and attributes.
    private static void AssertNoCell(OtlpReceiver receiver)
    {
        var sent = string.Concat(receiver.Bodies().Select(Encoding.UTF8.GetString));
        Assert.NotEmpty(sent);
        string[] cells = [.. Towns, "Wilhelmina", "Featherstonehaugh", "not-a-number", "persons-of-interest", .. Enumerable.Range(0, 41).Select(i => PayOf(i).ToString(CultureInfo.InvariantCulture))];
        Assert.All(cells, cell => Assert.DoesNotContain(cell, sent, StringComparison.Ordinal));
        var values = receiver.Bodies("/v1/traces").SelectMany(body => new ProtobufMessage(body).At(1, 2, 2))
            .SelectMany(span => span.Attributes(9).Values);
        Assert.Empty(values.Intersect(cells));
    }

    private sealed class Unwatched : IRunObserver
    {
        public void Begin(Stage stage)
        {
        }

        public void Advance(Stage stage, double share)
        {
        }

        public void End(Stage stage, StageResult result)
        {
        }
    }
}
