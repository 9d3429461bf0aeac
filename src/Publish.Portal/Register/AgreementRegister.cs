using Publish.Metadata;
using Publish.Metadata.Packages;
using Publish.Portal.Building;

namespace Publish.Portal.Register;

/// <summary>
/// What is shared with whom, why and under which power: every agreement that something is or was published under, with its
/// datasets.
/// </summary>
/// <param name="Agency">The agency.</param>
/// <param name="Agreement">The agreement, as the newest of its datasets names it.</param>
/// <param name="Datasets">The datasets published under it, and those that were and are withdrawn.</param>
public sealed record AgreementRegister(string Agency, AgreementEntry Agreement, IReadOnlyList<DatasetSummary> Datasets)
{
    /// <summary>The folder of its page.</summary>
    public string PagePath => PathOf(Agency, Agreement.Id);

    /// <summary>The folder of an agreement's page.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="identifier">The agreement's identifier.</param>
    /// <returns>A path relative to the site.</returns>
    public static string PathOf(string agency, string identifier) => $"{SitePaths.Register}{agency}/{Slug.Of(identifier)}/";

    /// <summary>Collects the agreements.</summary>
    /// <param name="datasets">The datasets of the site.</param>
    /// <returns>One entry an agency's agreement, in ordinal order of agency and identifier.</returns>
    internal static IReadOnlyList<AgreementRegister> Of(IEnumerable<DatasetSummary> datasets) =>
    [
        .. datasets.Where(dataset => dataset.Agreement is not null)
            .GroupBy(dataset => (dataset.Agency, dataset.Agreement!.Id))
            .OrderBy(group => group.Key.Agency, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Id, StringComparer.Ordinal)
            .Select(group => new AgreementRegister(
                group.Key.Agency,
                group.OrderByDescending(dataset => dataset.Updated).First().Agreement!,
                [.. group.OrderBy(dataset => dataset.Dataset, StringComparer.Ordinal)])),
    ];

    /// <summary>Writes <c>agreements.json</c>.</summary>
    /// <param name="register">The agreements.</param>
    /// <param name="settings">The site.</param>
    /// <returns>JSON in UTF-8.</returns>
    internal static byte[] Write(IReadOnlyList<AgreementRegister> register, SiteSettings settings) => MetadataJson.Write(new
    {
        Publisher = settings.Publisher,
        Agreements = register.Select(entry => new
        {
            entry.Agency,
            entry.Agreement,
            Datasets = entry.Datasets.Select(dataset => new
            {
                dataset.Dataset,
                dataset.Title,
                Page = settings.AddressOf(SitePaths.Dataset(dataset.Agency, dataset.Dataset)),
                Withdrawn = dataset.Edition is null ? true : (bool?)null,
            }),
        }),
    });
}
