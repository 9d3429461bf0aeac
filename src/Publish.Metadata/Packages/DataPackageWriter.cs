using Publish.Policies;
using Publish.Policies.Publications;
using Publish.Policies.Releases;
using Publish.Policies.Translations;

namespace Publish.Metadata.Packages;

/// <summary>Describes a version as a data package.</summary>
internal static class DataPackageWriter
{
    private const string NoValue = "There is no value.";
    private const string Withheld = "Withheld where status is c (confidential); otherwise there is no value.";

    /// <summary>Describes a version.</summary>
    /// <param name="certificate">What was certified of it: files, layout, rules.</param>
    /// <param name="policy">The policy it was made under, which has an agreement.</param>
    /// <returns>The data package.</returns>
    public static DataPackage Of(Certificate certificate, Policy policy)
    {
        var catalogue = policy.Catalogue;
        var licence = Licence.Of(catalogue.Licence);
        var releases = Releases(certificate, policy);
        return new DataPackage
        {
            Name = certificate.Dataset,
            Id = VersionIdentifier.Of(certificate.Audience, certificate.Agency, certificate.Dataset, certificate.Edition, certificate.Version),
            Version = certificate.Version.TrimStart('v'),
            Title = policy.Title,
            Description = policy.Description,
            Keywords = catalogue.Keywords.Count == 0 ? null : catalogue.Keywords,
            Licences = [new PackageLicence(licence.Address == catalogue.Licence ? null : catalogue.Licence, licence.Address, licence.Title)],
            Contributors =
            [
                new PackageContributor(catalogue.Creator, ["creator"]),
                new PackageContributor(catalogue.Publisher, ["publisher"]),
                new PackageContributor(catalogue.ContactPoint.ContactName, ["contact"], catalogue.ContactPoint.Email),
            ],
            Resources = [.. certificate.Releases.Zip(releases).SelectMany(pair => Resources(pair.First, pair.Second))],
            Publish = new PublishedDataset
            {
                Agency = certificate.Agency,
                Dataset = certificate.Dataset,
                Edition = certificate.Edition,
                Version = certificate.Version,
                Audience = certificate.Audience,
                Creator = catalogue.Creator,
                Publisher = catalogue.Publisher,
                ContactPoint = new PublishedContact(catalogue.ContactPoint.ContactName, catalogue.ContactPoint.Email),
                UpdateFrequency = Words.Of(catalogue.UpdateFrequency),
                Schedule = (policy.Publication.At as MonthlyPublication)?.Text,
                Translations = Translations(policy, releases),
                Theme = catalogue.Themes,
                Spatial = catalogue.Spatial,
                Temporal = EditionPeriod.Of(certificate.Edition) is { } period ? new PublishedPeriod(period.Start, period.End) : null,
                Agreement = AgreementEntry.Of(policy.Agreement!),
                Releases = releases,
            },
        };
    }

    private static PublishedRelease[] Releases(Certificate certificate, Policy policy) =>
    [
        .. certificate.Releases.Select(release =>
        {
            var declared = policy.Releases.First(other => other.Name == release.Name);
            return new PublishedRelease(release.Name, release.Kind, declared.Title, DescribedColumns.Of(release, policy))
            {
                Description = declared.Description,
                Chart = declared is TableRelease { Chart: { } chart }
                    ? new PublishedChart(Words.Of(chart.Kind), chart.By, chart.Measure, chart.Split)
                    : null,
            };
        }),
    ];

    // Only of what this version has: another audience's releases and columns are not named here.
    private static SortedDictionary<string, PolicyTranslation>? Translations(Policy policy, IReadOnlyList<PublishedRelease> releases)
    {
        var columns = releases.SelectMany(release => release.Columns).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var translations = policy.Translations.ToDictionary(pair => pair.Key, pair => pair.Value with
        {
            Releases = pair.Value.Releases.Where(own => releases.Any(release => release.Name == own.Key)).ToDictionary(StringComparer.Ordinal),
            Columns = pair.Value.Columns.Where(own => columns.Contains(own.Key)).ToDictionary(StringComparer.Ordinal),
        });
        return translations.Count == 0 ? null : new SortedDictionary<string, PolicyTranslation>(translations, StringComparer.Ordinal);
    }

    private static IEnumerable<PackageResource> Resources(CertifiedRelease release, PublishedRelease published)
    {
        var isTable = release.Kind == "table";
        var schema = new TableSchema(
            [.. published.Columns.Select(FieldOf)],
            [new MissingValue("", isTable ? Withheld : NoValue)],
            isTable ? [.. published.Columns.Where(column => column.Role == "key").Select(column => column.Name)] : null);
        foreach (var file in release.Files)
        {
            var isCsv = file.MediaType == "text/csv";
            yield return new PackageResource
            {
                Name = isCsv ? release.Name : release.Name + "-parquet",
                Title = published.Title,
                Description = published.Description,
                Path = file.Name,
                Format = isCsv ? "csv" : "parquet",
                MediaType = file.MediaType,
                Encoding = isCsv ? "utf-8" : null,
                Dialect = isCsv ? new TableDialect() : null,
                Bytes = file.Bytes,
                Hash = "sha256:" + file.Sha256,
                Schema = schema,
            };
        }
    }

    private static SchemaField FieldOf(DescribedColumn column) => new(
        column.Name,
        column.Type switch
        {
            "text" => "string",
            "decimal" => "number",
            "timestamp" => "datetime",
            var same => same,
        },
        column.Title,
        column.Description,
        column.Required ? new FieldConstraints(true) : null);
}
