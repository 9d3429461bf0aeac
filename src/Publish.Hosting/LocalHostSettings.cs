using Publish.Portal;

namespace Publish.Hosting;

/// <summary>How the local host watches and serves.</summary>
public sealed record LocalHostSettings
{
    /// <summary>Whose site is served. Default <c>public</c>.</summary>
    public string Audience { get; init; } = new SiteSettings().Audience;

    /// <summary>Where it is served, by http. Default <see cref="SiteSettings.LocalAddress"/>.</summary>
    public Uri Address { get; init; } = SiteSettings.LocalAddress;

    /// <summary>How long it pauses between two looks at the uploads. Default 1 second; an account is asked less often.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long an upload must not have been written to before it is worked on: where uploads are files that others may
    /// copy there, one that is half there would be taken for whole. Default zero, for accounts, where a blob appears whole.
    /// </summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.Zero;
}
