using Publish.Metadata.Packages;

namespace Publish.Portal.Building;

/// <summary>What lists, feeds and the register need of a dataset, kept from one build to the next.</summary>
public sealed record DatasetSummary
{
    /// <summary>The agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The tag of the history it was made from.</summary>
    public required string Tag { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The language of title and description.</summary>
    public required string Language { get; init; }

    /// <summary>The beginning of the description.</summary>
    public required string Description { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>Subjects.</summary>
    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>Words people search for.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>Titles of its tables and names and titles of their keys: more that people search for.</summary>
    public IReadOnlyList<string> Contents { get; init; } = [];

    /// <summary>The editions that can be read, newest first.</summary>
    public IReadOnlyList<string> Editions { get; init; } = [];

    /// <summary>The edition shown; <see langword="null"/> where all are withdrawn.</summary>
    public string? Edition { get; init; }

    /// <summary>When something last happened to it.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Its versions as feeds tell of them, newest first.</summary>
    public required IReadOnlyList<SummarisedVersion> Versions { get; init; }

    /// <summary>The agreement it is or was published under; <see langword="null"/> where nothing is left that names it.</summary>
    public AgreementEntry? Agreement { get; init; }

    /// <summary>The folders of its pages beside its own.</summary>
    public IReadOnlyList<string> Pages { get; init; } = [];
}
