using System.Text.RegularExpressions;

namespace Publish.Storage;

/// <summary>
/// The name of one blob: segments joined by <c>/</c>, each of letters, digits, <c>.</c>, <c>_</c>, <c>=</c> and <c>-</c>
/// and none of them <c>.</c> or <c>..</c>. A name is checked when it is made, so it can never lead out of a place.
/// </summary>
public readonly partial record struct BlobName
{
    private const int MaximumLength = 1024;

    /// <summary>Checks a name and wraps it.</summary>
    /// <param name="value">Segments joined by <c>/</c>; at most 1,024 characters.</param>
    /// <exception cref="ArgumentException">The name has another shape. The message does not repeat it.</exception>
    public BlobName(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!IsName(value))
        {
            throw new ArgumentException("A blob's name has segments of letters, digits, '.', '_', '=' and '-'.", nameof(value));
        }

        Value = value;
    }

    /// <summary>The name as text.</summary>
    public string Value { get; }

    /// <summary>Whether a text has the shape of a name.</summary>
    /// <param name="text">The text, with anything in it.</param>
    /// <returns>True where <see cref="BlobName(string)"/> takes it.</returns>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MaximumLength && Shape().IsMatch(text) && !text.Split('/').Any(s => s is "." or "..");
    }

    /// <summary>A name below this one.</summary>
    /// <param name="relative">The segments to add.</param>
    /// <returns>The longer name.</returns>
    public BlobName Below(string relative) => new(Value + "/" + relative);

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"\A[A-Za-z0-9._=-]+(/[A-Za-z0-9._=-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
