using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Publish.Cli.Terminals;

/// <summary>Writes log lines to the error output, each with its time in UTC; plain where that is piped.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="time">The clock.</param>
internal sealed class TerminalLog(Terminal terminal, TimeProvider time) : ILogger
{
    private readonly Lock _turn = new();

    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    /// <inheritdoc />
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            // Never the exception's own text: it could quote data.
            var line = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {formatter(state, null)}");
            lock (_turn)
            {
                terminal.Complain(line, logLevel switch { LogLevel.Information => Ink.Faint, LogLevel.Warning => Ink.Warning, _ => Ink.Bad });
            }
        }
    }
}
