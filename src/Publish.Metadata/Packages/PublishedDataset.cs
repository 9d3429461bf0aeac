using Publish.Policies.Agreements;

namespace Publish.Metadata.Packages;

/// <summary>
/// What catalogues and pages say of a version beyond the Data Package standard, in the terms of the UK Cross-Government
/// Metadata Exchange Model.
/// </summary>
public sealed record PublishedDataset
{
    /// <summary>The agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The edition.</summary>
    public required string Edition { get; init; }

    /// <summary>The version, <c>v1.0.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Whom it is for: <c>public</c>, <c>partners</c> or <c>agencies</c>.</summary>
    public required string Audience { get; init; }

    /// <summary>Who made the data.</summary>
    public required string Creator { get; init; }

    /// <summary>Who publishes the data.</summary>
    public required string Publisher { get; init; }

    /// <summary>Whom readers may ask.</summary>
    public required PublishedContact ContactPoint { get; init; }

    /// <summary>How often a new edition comes: a term of <c>http://purl.org/cld/freq/</c>.</summary>
    public required string UpdateFrequency { get; init; }

    /// <summary>When in each month new editions are published, as policies write it; <see langword="null"/> where there is no such rule.</summary>
    public string? Schedule { get; init; }

    /// <summary>Subjects.</summary>
    public required IReadOnlyList<string> Theme { get; init; }

    /// <summary>The areas covered.</summary>
    public required IReadOnlyList<string> Spatial { get; init; }

    /// <summary>The days covered, where the edition's name tells them.</summary>
    public PublishedPeriod? Temporal { get; init; }

    /// <summary>The data-sharing agreement.</summary>
    public required AgreementEntry Agreement { get; init; }

    /// <summary>The releases, in the policy's order.</summary>
    public required IReadOnlyList<PublishedRelease> Releases { get; init; }
}

/// <summary>Whom readers may ask.</summary>
/// <param name="ContactName">A team's or person's name.</param>
/// <param name="Email">The address.</param>
public sealed record PublishedContact(string ContactName, string Email)
{
    internal static PublishedContact? Of(AgreementContact? contact) =>
        contact is null ? null : new PublishedContact(contact.Name, contact.Email);
}

/// <summary>A period, both days included.</summary>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day.</param>
public sealed record PublishedPeriod(DateOnly Start, DateOnly End);
