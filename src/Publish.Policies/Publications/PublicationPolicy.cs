namespace Publish.Policies.Publications;

/// <summary>What an audited version waits for before it is published. By default for nothing.</summary>
/// <param name="NeedsApproval">Whether a person other than the uploader has to approve it.</param>
/// <param name="At">When it may be published, or <see langword="null"/> for at once.</param>
public sealed record PublicationPolicy(bool NeedsApproval, PublicationTime? At)
{
    /// <summary>Published as soon as it is audited.</summary>
    public static readonly PublicationPolicy AtOnce = new(false, null);
}
