namespace Publish.Portal.Building;

/// <summary>Datasets that are listed together: an agency's, a theme's, a letter's.</summary>
/// <param name="Path">The folder of the list's first page.</param>
/// <param name="Title">The title people read.</param>
/// <param name="Datasets">The datasets, by title.</param>
public sealed record DatasetGroup(string Path, string Title, IReadOnlyList<DatasetSummary> Datasets)
{
    /// <summary>How many datasets a page lists: so that it stays well below 100 kB.</summary>
    public const int MostOnPage = 25;

    /// <summary>The number of its datasets.</summary>
    public int Count => Datasets.Count;

    /// <summary>The paths of the pages of a list.</summary>
    /// <param name="path">The folder of the first page.</param>
    /// <param name="count">How many entries it has.</param>
    /// <param name="most">The most entries of a page.</param>
    /// <returns>At least one path.</returns>
    public static IReadOnlyList<string> PagesOf(string path, int count, int most = MostOnPage) =>
    [
        path,
        .. Enumerable.Range(2, Math.Max(0, ((count + most - 1) / most) - 1))
            .Select(page => FormattableString.Invariant($"{path}page-{page}/")),
    ];

    /// <summary>Groups datasets by a key.</summary>
    /// <param name="datasets">The datasets.</param>
    /// <param name="keys">The keys of a dataset, each with the title of its group.</param>
    /// <param name="pathOf">The folder of a key's list.</param>
    /// <returns>The groups by title, their datasets by title.</returns>
    internal static IReadOnlyList<DatasetGroup> Of(
        IEnumerable<DatasetSummary> datasets,
        Func<DatasetSummary, IEnumerable<(string Key, string Title)>> keys,
        Func<string, string> pathOf) =>
    [
        .. datasets.SelectMany(dataset => keys(dataset).DistinctBy(key => key.Key).Select(key => (key.Key, key.Title, Dataset: dataset)))
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(group => new DatasetGroup(
                pathOf(group.Key), group.Select(entry => entry.Title).Min(StringComparer.Ordinal)!, ByTitle(group.Select(entry => entry.Dataset))))
            .OrderBy(group => group.Title, StringComparer.OrdinalIgnoreCase)
            .ThenBy(group => group.Path, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<DatasetSummary> ByTitle(IEnumerable<DatasetSummary> datasets) =>
    [
        .. datasets.OrderBy(dataset => dataset.Title, StringComparer.OrdinalIgnoreCase)
            .ThenBy(dataset => dataset.Agency, StringComparer.Ordinal)
            .ThenBy(dataset => dataset.Dataset, StringComparer.Ordinal),
    ];
}
