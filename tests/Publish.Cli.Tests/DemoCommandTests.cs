using System.Text.Json;
using Publish.Cli.Running;
using Publish.Pipeline;
using Publish.Pipeline.Receipts;

namespace Publish.Cli.Tests;

public sealed class DemoCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private string Folder => Path.Combine(_scratch.Folder, "open-data");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_real_demo_publishes_three_files_rejects_one_verifies_and_runs_again()
    {
        var publisher = new PipelinePublisher(TimeProvider.System);
        var demo = new Session(publisher);
        Assert.Equal(ExitCodes.Done, await demo.RunAsync("demo", "--to", Folder));
        Assert.Contains("3 files published, 1 with faults rejected", demo.Output, StringComparison.Ordinal);
        Assert.Contains("[type-error, 2×]", demo.Output, StringComparison.Ordinal);
        Assert.Contains($"publish verify {Folder}", demo.Output, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(Folder, "public"), "certificate.json", SearchOption.AllDirectories).Length);
        Assert.Single(Directory.GetFiles(Path.Combine(Folder, "partners"), "certificate.json", SearchOption.AllDirectories));
        Assert.True(File.Exists(Path.Combine(Folder, "partners", "datasets", "eastvale-health", "hospital-stays", "index.html")));
        Assert.Empty(PublicFilesThatName("partners", "stays-by-hospital-and-age"));
        Assert.Equal(ExitCodes.Done, await new Session(publisher).RunAsync("verify", Folder));

        var again = new Session(publisher);
        Assert.Equal(ExitCodes.Done, await again.RunAsync("demo", "--to", Folder));
        Assert.Equal(4, again.Output.Split("had published the same").Length - 1);
    }

    [Fact]
    public async Task Json_holds_every_receipt_and_nothing_else()
    {
        var session = new Session(new FakePublisher { Answer = AsExpected });
        Assert.Equal(ExitCodes.Done, await session.RunAsync("demo", "--to", Folder, "--seed", "7", "--json"));
        using var json = JsonDocument.Parse(session.Output);
        Assert.Equal(7UL, json.RootElement.GetProperty("seed").GetUInt64());
        Assert.True(json.RootElement.GetProperty("asExpected").GetBoolean());
        Assert.Equal(4, json.RootElement.GetProperty("uploads").GetArrayLength());
    }

    [Fact]
    public async Task A_held_upload_is_no_success()
    {
        var session = new Session(new FakePublisher { Answer = _ => Some.Receipt(Verdict.Held) });
        Assert.Equal(ExitCodes.Held, await session.RunAsync("demo", "--to", Folder));
        Assert.Contains("Not all went as it should", session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_the_faulty_upload_is_a_failure()
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Failed, await session.RunAsync("demo", "--to", Folder));
    }

    // Texts only: in what is compressed a word could not be seen, nor could a reader see it.
    private IEnumerable<string> PublicFilesThatName(params string[] words) => Directory
        .EnumerateFiles(Path.Combine(Folder, "public"), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".json" or ".jsonld" or ".csv" or ".html" or ".atom" or ".xml" or "")
        .Where(file => words.Any(word => file.Contains(word, StringComparison.Ordinal) || File.ReadAllText(file).Contains(word, StringComparison.Ordinal)));

    private static Receipt AsExpected(RunRequest request) => Some.Receipt(
        Path.GetFileName(((LocalUpload)request.Upload).Path).Contains("q3", StringComparison.Ordinal) ? Verdict.Rejected : Verdict.Accepted);
}
