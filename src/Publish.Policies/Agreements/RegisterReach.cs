namespace Publish.Policies.Agreements;

/// <summary>Whose registers tell of an agreement's recipients.</summary>
public enum RegisterReach
{
    /// <summary>Each audience's register names that audience and no other.</summary>
    Audience,

    /// <summary>
    /// The register of the public names all recipients, so that everyone can see with whom and
    /// under which power information is shared; of what the others receive it tells nothing.
    /// </summary>
    Public,
}
