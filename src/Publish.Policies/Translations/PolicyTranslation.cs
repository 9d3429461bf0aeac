namespace Publish.Policies.Translations;

/// <summary>What the agency itself gives of a policy's texts in another language.</summary>
/// <param name="Title">The dataset's title.</param>
/// <param name="Description">What the dataset is.</param>
public sealed record PolicyTranslation(string Title, string Description)
{
    /// <summary>The texts of releases, by the release's name.</summary>
    public required IReadOnlyDictionary<string, ReleaseTranslation> Releases { get; init; }

    /// <summary>The titles of published columns, by the column's name.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }
}

/// <summary>The texts of a release in another language.</summary>
/// <param name="Title">The title people read.</param>
/// <param name="Description">What it shows, or <see langword="null"/>.</param>
public sealed record ReleaseTranslation(string Title, string? Description = null);
