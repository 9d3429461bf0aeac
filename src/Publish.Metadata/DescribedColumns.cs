using Publish.Policies;

namespace Publish.Metadata;

/// <summary>Describes the columns of a release's files, in their order.</summary>
internal static class DescribedColumns
{
    /// <summary>The label of a missing key value at a level above as collected.</summary>
    private const string Missing = "(missing)";

    /// <summary>Describes the columns.</summary>
    /// <param name="release">The release as certified.</param>
    /// <param name="policy">The policy, for titles and descriptions.</param>
    /// <returns>The columns of keys, coarse to fine, then the others.</returns>
    public static IReadOnlyList<DescribedColumn> Of(CertifiedRelease release, Policy policy) =>
    [
        .. release.Keys.SelectMany(key => key.Columns.Select(column => Key(release, key, column, policy))),
        .. release.Columns.Select(column => Other(release, column, policy)),
    ];

    private static DescribedColumn Key(CertifiedRelease release, CertifiedKey key, string name, Policy policy)
    {
        var collected = policy.Column(key.Name);
        var asCollected = name == key.Name && key.Type is not null;
        var title = collected is null || collected.Title == collected.Name ? Titled(name)
            : name == key.Name ? collected.Title
            : $"{collected.Title} ({Titled(name)})";
        var description = collected?.Description ?? (name == key.Name ? $"{title}." : $"{Titled(key.Name)}, grouped.");
        var isTable = release.Kind == "table";
        return new DescribedColumn(name, "key", key.Type ?? "text")
        {
            Title = title,
            Description = Sentences(
                description,
                isTable && key.Total ? $"'{release.TotalMark}' where the row is not broken down by it." : null,
                (isTable || !asCollected) && collected?.Required != true ? $"'{Missing}' where it was not recorded." : null),
            Required = isTable || !asCollected || collected?.Required == true,
        };
    }

    private static DescribedColumn Other(CertifiedRelease release, CertifiedColumn column, Policy policy)
    {
        if (column.Kind == "status")
        {
            return new DescribedColumn(column.Name, "status", column.Type)
            {
                Title = "Status",
                Description = "Empty for a published row; c (confidential) where the row's numbers are withheld.",
            };
        }

        if (policy.Column(column.Name) is { } collected && column.Kind == "sensitive")
        {
            return new DescribedColumn(column.Name, "sensitive", column.Type)
            {
                Title = collected.Title == collected.Name ? Titled(column.Name) : collected.Title,
                Description = collected.Description ?? "As collected.",
                Required = collected.Required,
            };
        }

        return new DescribedColumn(column.Name, "number", column.Type)
        {
            Title = NumberTitle(column, policy),
            Description = Sentences(
                NumberDescription(column, policy), column.Kind == "count" ? Inexact(release) : null, "Empty where the row's numbers are withheld."),
        };
    }

    private static string NumberTitle(CertifiedColumn column, Policy policy)
    {
        var source = SourceOf(column, policy);
        return column.Kind switch
        {
            "count" => "Count",
            "sum" when source is not null => $"{source}, sum",
            "mean" when source is not null => $"{source}, mean",
            "quantile" when source is not null => $"{source}, quantile",
            _ => Titled(column.Name),
        };
    }

    private static string NumberDescription(CertifiedColumn column, Policy policy) => column.Kind switch
    {
        "count" when policy.RespondentColumn is null => "Number of rows of the upload, each of which is one respondent.",
        "count" => "Number of distinct respondents.",
        "sum" => "Sum over all values.",
        "mean" => "Mean over the respondents that have a value.",
        "ratio" => "Sum of one measure divided by the sum of another; empty where that is not above zero.",
        "share" => "Percent of the total over one key; empty where that total is withheld or not above zero.",
        "quantile" => "Quantile of what respondents contribute.",
        _ => $"{Titled(column.Name)}.",
    };

    // Who reads the numbers without the page or the certificate has to know it too.
    private static string? Inexact(CertifiedRelease release) => release.Rules
        .Select(rule => rule.Name switch
        {
            "conventional-rounding" => FormattableString.Invariant($"Rounded to the nearest multiple of {rule.Parameter}."),
            "random-rounding" => FormattableString.Invariant($"Rounded by chance to a neighbouring multiple of {rule.Parameter}."),
            "small-count-rounding" => FormattableString.Invariant($"Numbers above 0 and below {rule.Parameter} are rounded to one of these; totals are the sums of what is shown."),
            "cell-key" => "With noise (cell key method): not exact.",
            _ => null,
        })
        .FirstOrDefault(text => text is not null);

    private static string? SourceOf(CertifiedColumn column, Policy policy)
    {
        var measure = policy.Tables.SelectMany(table => table.Measures).FirstOrDefault(m => m.Name == column.Name);
        return measure?.Column is not { } name ? null
            : policy.Column(name) is { } collected && collected.Title != name ? collected.Title
            : Titled(name);
    }

    private static string Sentences(params IEnumerable<string?> sentences) =>
        string.Join(' ', sentences.Where(sentence => sentence is not null));

    // 'age_band' reads as 'Age band'.
    private static string Titled(string name)
    {
        var words = name.Replace('_', ' ').Replace('-', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
