using System.Collections.Concurrent;
using System.Globalization;

namespace Publish.Duck;

/// <summary>
/// Exceptions of managed sources on their way through DuckDB, which carries only a text: the text is a ticket.
/// </summary>
internal sealed class SourceFailures
{
    private const string Mark = "managed-source-failure:";

    private readonly ConcurrentDictionary<long, Exception> _failures = new();
    private long _tickets;

    /// <summary>Keeps an exception and gives the text to hand to DuckDB.</summary>
    public string Keep(Exception failure)
    {
        var ticket = Interlocked.Increment(ref _tickets);
        _failures[ticket] = failure;
        return string.Create(CultureInfo.InvariantCulture, $"{Mark}{ticket};");
    }

    /// <summary>The exception whose ticket a text holds, or <see langword="null"/>.</summary>
    public Exception? Take(string text)
    {
        var start = text.IndexOf(Mark, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var digits = text.AsSpan(start + Mark.Length);
        var end = digits.IndexOf(';');
        return end >= 0
            && long.TryParse(digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var ticket)
            && _failures.TryRemove(ticket, out var failure)
                ? failure
                : null;
    }
}
