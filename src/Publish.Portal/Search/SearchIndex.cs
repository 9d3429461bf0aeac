using System.Text.Json.Nodes;
using Publish.Metadata;
using Publish.Portal.Building;

namespace Publish.Portal.Search;

/// <summary>
/// A static index that a page searches without a server: one small file for each two letters that a word begins with, so
/// that a reader fetches what was typed and no more.
/// </summary>
internal static class SearchIndex
{
    /// <summary>The letters of a word that name its file.</summary>
    public const int PrefixLength = 2;

    // A file of a common word has many datasets: an entry is kept short.
    private const int LongestDescription = 120;
    private const int MostEditions = 40;

    /// <summary>Finds which datasets each file has.</summary>
    /// <param name="datasets">The datasets.</param>
    /// <returns>Paths and datasets, in ordinal order of the paths.</returns>
    public static IEnumerable<(string Path, IReadOnlyList<DatasetSummary> Datasets)> Of(IEnumerable<DatasetSummary> datasets)
    {
        var files = new SortedDictionary<string, List<DatasetSummary>>(StringComparer.Ordinal);
        foreach (var dataset in datasets)
        {
            foreach (var prefix in SubjectsOf(dataset).Select(word => word[..PrefixLength]).Distinct(StringComparer.Ordinal))
            {
                (files.TryGetValue(prefix, out var list) ? list : files[prefix] = []).Add(dataset);
            }
        }

        return files.Select(file => ($"search/{file.Key}.json", (IReadOnlyList<DatasetSummary>)file.Value));
    }

    /// <summary>Makes a file.</summary>
    /// <param name="datasets">The datasets it has.</param>
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] Write(IEnumerable<DatasetSummary> datasets) => MetadataJson.Write(new JsonArray([.. datasets.Select(Entry)]));

    private static JsonNode Entry(DatasetSummary dataset) => new JsonObject
    {
        ["title"] = dataset.Title,
        ["language"] = dataset.Language,
        ["description"] = Shortened(dataset.Description),
        ["publisher"] = dataset.Publisher,
        ["page"] = SitePaths.FileOf(SitePaths.Dataset(dataset.Agency, dataset.Dataset)),
        ["words"] = string.Join(' ', WordsOf(dataset)),
    };

    /// <summary>The words a dataset is found by: those of its subjects, and of its newest editions.</summary>
    internal static IEnumerable<string> WordsOf(DatasetSummary dataset) =>
        SubjectsOf(dataset).Concat(WordsOf(dataset.Editions.Take(MostEditions))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    // Of title, publisher, keywords, themes, tables and keys; ASCII letters and digits only.
    private static IEnumerable<string> SubjectsOf(DatasetSummary dataset) =>
        WordsOf([dataset.Title, dataset.Publisher, .. dataset.Keywords, .. dataset.Themes, .. dataset.Contents]);

    private static IEnumerable<string> WordsOf(IEnumerable<string> texts) => texts
        .SelectMany(text => Slug.Of(text).Split('-'))
        .Where(word => word.Length >= PrefixLength)
        .Distinct(StringComparer.Ordinal);

    private static string Shortened(string text)
    {
        if (text.Length <= LongestDescription)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', LongestDescription);
        return text[..(space <= 0 ? LongestDescription : space)].TrimEnd(' ', ',', ';', '.') + "…";
    }
}
