using System.Collections;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Publish.Pipeline.Telemetry;

/// <summary>
/// A structured line: an event and its fields, the same as text and as what a span is tagged with. A field is a number, a
/// member of an enumeration, or a word of the program's or the ledger's own: nothing that comes out of a file fits in.
/// </summary>
/// <param name="name">The event, one of <see cref="TelemetryEvents"/>.</param>
public sealed class LogLine(string name) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string TagPrefix = "publish.";
    private readonly List<KeyValuePair<string, object?>> _fields = [];

    /// <inheritdoc />
    public int Count => _fields.Count;

    /// <inheritdoc />
    public KeyValuePair<string, object?> this[int index] => _fields[index];

    /// <summary>Adds a number.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="number">The number; none adds nothing.</param>
    /// <returns>This line.</returns>
    public LogLine With(string field, long? number) => Add(field, number);

    /// <summary>Adds a duration.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="duration">The duration, told in seconds to the millisecond.</param>
    /// <returns>This line.</returns>
    public LogLine With(string field, TimeSpan duration) => Add(field, Math.Round(duration.TotalSeconds, 3));

    /// <summary>Adds one of a closed set of words.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="member">The word.</param>
    /// <returns>This line.</returns>
    public LogLine With(string field, Enum member) => Add(field, member.ToString());

    /// <summary>Adds which operation it is about.</summary>
    /// <param name="operation">The operation, a name of the program's.</param>
    /// <returns>This line.</returns>
    public LogLine Named(string operation) => Add("operation", operation);

    /// <summary>Adds the type of an exception. Its text could quote data, its type cannot.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="exception">The exception.</param>
    /// <returns>This line.</returns>
    public LogLine With(string field, Exception exception) => Add(field, exception.GetType().FullName);

    /// <summary>Adds a code.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="code">The code.</param>
    /// <returns>This line.</returns>
    public LogLine With(string field, Codes.Code code) => Add(field, code.Id);

    /// <summary>Adds the codes of what was found, each once.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="findings">What was found; none adds nothing.</param>
    /// <returns>This line.</returns>
    public LogLine With(string field, IEnumerable<Receipts.ReceiptFinding> findings)
    {
        var codes = string.Join(',', findings.Select(finding => finding.Code).Distinct(StringComparer.Ordinal));
        return Add(field, codes.Length == 0 ? null : codes);
    }

    /// <summary>Adds which upload it is about, by what the ledger has checked of its name.</summary>
    /// <param name="record">The upload's record.</param>
    /// <returns>This line.</returns>
    public LogLine About(Ledger.UploadRecord record) =>
        About(record.Agency, record.Dataset, record.Edition).Add("upload", record.Key).Add("round", (long)record.Round).Add("attempt", (long)record.Attempts);

    /// <summary>Adds which edition it is about.</summary>
    /// <param name="agency">The agency, a name that was checked.</param>
    /// <param name="dataset">The dataset, as well.</param>
    /// <param name="edition">The edition, as well.</param>
    /// <returns>This line.</returns>
    public LogLine About(string? agency, string? dataset, string? edition) =>
        Add("agency", agency).Add("dataset", dataset).Add("edition", edition);

    /// <summary>Writes the line. What a log does wrong never stops the work.</summary>
    /// <param name="log">Where to.</param>
    /// <param name="level">How bad it is.</param>
    public void WriteTo(ILogger log, LogLevel level)
    {
        try
        {
            log.Log(level, new EventId(0, name), this, null, static (line, _) => line.ToString());
        }
#pragma warning disable CA1031 // Telemetry has no say in what happens to an upload.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Tags a span with the fields.</summary>
    /// <param name="span">The span, or <see langword="null"/> where nobody listens.</param>
    public void Tag(Activity? span)
    {
        foreach (var (field, value) in _fields)
        {
            span?.SetTag(TagPrefix + field, value);
        }
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _fields.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => name + string.Concat(_fields.Select(field =>
        string.Create(CultureInfo.InvariantCulture, $" {field.Key}={field.Value}")));

    private LogLine Add(string field, object? value)
    {
        if (value is not null)
        {
            _fields.Add(new KeyValuePair<string, object?>(field, value));
        }

        return this;
    }
}
