using System.Buffers;

namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>An e-mail address of the common shape: a local part, one <c>@</c>, a domain with a dot (RFC 5321, 4.1.2).</summary>
internal sealed class EmailAddress : IIdentifierPattern
{
    private static readonly SearchValues<byte> NotInAddress = SearchValues.Create(" ,;<>()"u8);

    /// <inheritdoc />
    public string Name => "e-mail addresses";

    /// <inheritdoc />
    public int MinimumLength => 6;

    /// <inheritdoc />
    public int MaximumLength => 254;

    /// <inheritdoc />
    public double TellingShare => 0.01;

    /// <inheritdoc />
    public bool CanStartWith(byte first) => true;

    /// <inheritdoc />
    public bool Matches(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf((byte)'@');
        if (at < 1 || text.ContainsAny(NotInAddress))
        {
            return false;
        }

        var domain = text[(at + 1)..];
        var dot = domain.LastIndexOf((byte)'.');
        return dot > 0 && domain.Length - dot > 2 && !domain.Contains((byte)'@');
    }
}
