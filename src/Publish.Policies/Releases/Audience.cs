namespace Publish.Policies.Releases;

/// <summary>Whom a release is for.</summary>
public enum Audience
{
    /// <summary>Everyone.</summary>
    Public,

    /// <summary>Private-sector partners who have signed in.</summary>
    Partners,

    /// <summary>Public bodies.</summary>
    Agencies,
}
