using Microsoft.Extensions.Logging;

namespace Publish.Cli.Terminals;

/// <summary>Gives logs that write to a terminal.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="time">The clock.</param>
internal sealed class TerminalLogProvider(Terminal terminal, TimeProvider time) : ILoggerProvider
{
    private readonly TerminalLog _log = new(terminal, time);

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => _log;

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
