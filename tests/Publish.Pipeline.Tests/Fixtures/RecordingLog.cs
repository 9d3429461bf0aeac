using Microsoft.Extensions.Logging;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>Keeps the lines that operations log.</summary>
internal sealed class RecordingLog : ILogger
{
    public List<(LogLevel Level, string Event, IReadOnlyDictionary<string, object?> Fields, string Text)> Lines { get; } = [];

    /// <summary>What is thrown at each line, as a broken log would.</summary>
    public Exception? Fault { get; set; }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        var fields = ((IReadOnlyList<KeyValuePair<string, object?>>)state!).ToDictionary(StringComparer.Ordinal);
        lock (Lines)
        {
            Lines.Add((logLevel, eventId.Name!, fields, formatter(state, exception)));
        }
    }
}
