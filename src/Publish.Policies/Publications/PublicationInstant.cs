namespace Publish.Policies.Publications;

/// <summary>One instant.</summary>
/// <param name="At">The instant, in UTC.</param>
public sealed record PublicationInstant(DateTimeOffset At) : PublicationTime
{
    /// <inheritdoc />
    public override DateTimeOffset For(DateTimeOffset ready) => At;
}
