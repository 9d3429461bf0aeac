using Publish.Cli.Running;
using Publish.Pipeline;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Verification;

namespace Publish.Cli.Tests;

/// <summary>Answers what a test wants, and remembers what it was asked.</summary>
internal sealed class FakePublisher : IPublisher
{
    public Func<RunRequest, Receipt> Answer { get; init; } = _ => Some.Receipt(Verdict.Accepted);

    public IReadOnlyList<VersionVerification> Versions { get; init; } = [];

    public List<RunRequest> Requests { get; } = [];

    public List<RunSettings> Settings { get; } = [];

    public Task<Receipt> RunAsync(
        RunRequest request, RunSettings settings, IRunObserver observer, CancellationToken cancellation)
    {
        Requests.Add(request);
        Settings.Add(settings);
        cancellation.ThrowIfCancellationRequested();
        observer.Begin(Stage.Validation);
        for (var i = 0; i <= 1000; i++)
        {
            observer.Advance(Stage.Validation, i / 1000.0);
        }

        observer.End(Stage.Validation, new StageResult("1,000 rows"));
        return Task.FromResult(Answer(request));
    }

    public IReadOnlyList<VersionVerification> Verify(
        string folder, RunSettings settings, CancellationToken cancellation) => Versions;
}
