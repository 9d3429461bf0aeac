using System.Text.Json.Serialization;
using Publish.Policies.Translations;

namespace Publish.Metadata.Packages;

/// <summary>
/// <c>datapackage.json</c>: a version described after the Data Package standard, version 2.0. What the standard has no
/// property for is below <c>publish</c>: all that a catalogue or a page says of a version comes from this file.
/// </summary>
public sealed record DataPackage
{
    /// <summary>The file's name in a version's folder.</summary>
    public const string FileName = "datapackage.json";

    /// <summary>The profile it conforms to.</summary>
    public const string Profile = "https://datapackage.org/profiles/2.0/datapackage.json";

    /// <summary>The profile.</summary>
    [JsonPropertyName("$schema")]
    public string Schema { get; init; } = Profile;

    /// <summary>The dataset's name. It never carries the period.</summary>
    public required string Name { get; init; }

    /// <summary>The version's identifier, a URN that never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The version without its <c>v</c>: MAJOR.MINOR.PATCH.</summary>
    public required string Version { get; init; }

    /// <summary>The title people read.</summary>
    public required string Title { get; init; }

    /// <summary>What the dataset is.</summary>
    public required string Description { get; init; }

    /// <summary>Words people search for; <see langword="null"/> where there are none.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>The licence, a list of one.</summary>
    [JsonPropertyName("licenses")]
    public required IReadOnlyList<PackageLicence> Licences { get; init; }

    /// <summary>Who made, publishes and answers for the data.</summary>
    public required IReadOnlyList<PackageContributor> Contributors { get; init; }

    /// <summary>The files: each release as CSV and as Parquet.</summary>
    public required IReadOnlyList<PackageResource> Resources { get; init; }

    /// <summary>What the standard has no property for.</summary>
    public required PublishedDataset Publish { get; init; }

    /// <summary>The language of its texts, as BCP 47 names it. In the file they are in English.</summary>
    [JsonIgnore]
    public string Language { get; init; } = "en";

    /// <summary>The package in a language.</summary>
    /// <param name="language">The language, as BCP 47 names it.</param>
    /// <returns>The package with the agency's own texts in that language; as it is where there are none.</returns>
    public DataPackage In(string language)
    {
        if (Publish.Translations?.GetValueOrDefault(language) is not { } texts)
        {
            return this;
        }

        var releases = Publish.Releases.Select(release => Translated(release, texts)).ToArray();
        return this with
        {
            Language = language,
            Title = texts.Title,
            Description = texts.Description,
            Publish = Publish with { Releases = releases },
        };
    }

    private static PublishedRelease Translated(PublishedRelease release, PolicyTranslation texts)
    {
        var own = texts.Releases.GetValueOrDefault(release.Name);
        return release with
        {
            Title = own?.Title ?? release.Title,
            Description = own?.Description ?? release.Description,
            Columns = [.. release.Columns.Select(column => column with { Title = texts.Columns.GetValueOrDefault(column.Name, column.Title) })],
        };
    }
}
