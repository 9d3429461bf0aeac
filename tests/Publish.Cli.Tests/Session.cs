using System.Text;
using Publish.Cli.Running;
using Publish.Cli.Terminals;

namespace Publish.Cli.Tests;

/// <summary>Runs a command line in this process, piped, and keeps what it wrote.</summary>
internal sealed class Session(IPublisher publisher)
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    public Session()
        : this(new FakePublisher())
    {
    }

    public Dictionary<string, string> Settings { get; } = [];

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public CommandLine Line => new(new Shell(
        new Terminal(new StringWriter(_output), new StringWriter(_error)), publisher, TimeProvider.System, Settings.GetValueOrDefault));

    public Task<int> RunAsync(params string[] arguments) => Line.RunAsync(arguments, CancellationToken.None);

    public Task<int> RunAsync(CancellationToken cancellation, params string[] arguments) =>
        Line.RunAsync(arguments, cancellation);
}
