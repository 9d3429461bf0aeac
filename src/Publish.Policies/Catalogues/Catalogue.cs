namespace Publish.Policies.Catalogues;

/// <summary>
/// How a dataset is described in catalogues, in the terms of the UK Cross-Government Metadata Exchange Model. Its other
/// terms follow from the policy (title, description, identifier) or from the version (modified, version).
/// </summary>
public sealed record Catalogue
{
    /// <summary>The licence: an SPDX identifier such as <c>OGL-UK-3.0</c>, or an address.</summary>
    public required string Licence { get; init; }

    /// <summary>Whom readers may ask.</summary>
    public required ContactPoint ContactPoint { get; init; }

    /// <summary>Who made the data.</summary>
    public required string Creator { get; init; }

    /// <summary>Who publishes the data. Default: the creator.</summary>
    public required string Publisher { get; init; }

    /// <summary>How often a new edition comes. Default irregular, which the model has for unknown too.</summary>
    public UpdateFrequency UpdateFrequency { get; init; }

    /// <summary>Words people search for.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Subjects, as words or addresses of a vocabulary's terms.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The areas covered, as names or addresses.</summary>
    public IReadOnlyList<string> Spatial { get; init; } = [];
}
