using Publish.Policies.Releases;

namespace Publish.Policies.Format;

/// <summary>The keys of a release.</summary>
internal static class ReleaseFormat
{
    private const int MostReleases = 100;
    private const int MostKeys = 32;
    private const int MostLevels = HierarchyFormat.MostLevels + 2;

    private static readonly NumberShape Positive = new(false, 0, 1_000_000) { IsAbove = true };

    private static readonly ObjectShape Measure = new("measure", "a mapping with `sum`, `mean`, `ratio`, `share` or `quantile`",
    [
        new("sum", Shapes.Column, "The sum of a measure column, with all its decimals. Published as `<column>_sum`."),
        new("mean", Shapes.Column, "The mean of a measure column over the respondents who have a value. Published as `<column>_mean`."),
        new("ratio", new ListShape(Shapes.Column, "a list of two measure columns", 2, 2), "The sum of the first measure column divided by that of the second. Published as `<first>_per_<second>`; empty where the second is not above 0."),
        new("share", Shapes.Column, "The count (`count`) or the sum of a measure column in percent of the total over the key `of`. Published as `<column>_share_of_<key>`; empty where that total is withheld or not above 0."),
        new("of", Shapes.Column, "The key of a share's total, which has the level `all`. Required for, and only for, a share."),
        new("quantile", Shapes.Column, "The quantile `at` of what respondents contribute to a measure column. Published as `<column>_p50` for `at: 0.5`. Hidden where fewer contributors than the threshold lie on one side of it."),
        new("at", new NumberShape(false, 0, 1) { IsAbove = true }, "Which quantile, below 1. Required for, and only for, a quantile."),
        new("decimals", Shapes.Whole(0, 9), "Decimals of a mean, ratio, share or quantile. Few: a mean with many tells the number of respondents.") { Default = "those of the column; of a share of the count 1" },
    ])
    {
        ExactlyOneOf = ["sum", "mean", "ratio", "share", "quantile"],
    };

    private static readonly ObjectShape Diversity = new("diversity", "a mapping of a diversity rule",
    [
        new("column", Shapes.Column, "The sensitive column; one of the release's.") { IsRequired = true },
        new("kind", Vocabularies.Diversity.Shape, "`distinct`: at least l different values in each class. `entropy`: an entropy of at least ln l. `recursive`: the most frequent value stays below c times the sum of those from the l-th on.") { IsRequired = true },
        new("l", new NumberShape(false, 1, 1_000_000) { IsAbove = true }, "ℓ; a whole number except for `entropy`.") { IsRequired = true },
        new("c", Positive, "c; for `recursive`, and required there."),
    ]);

    private static readonly ObjectShape Chart = new("chart", "a mapping that describes a chart",
    [
        new("kind", Vocabularies.ChartKind.Shape, "`bar`: a bar a category. `line`: a line through the categories, for times.") { IsRequired = true },
        new("by", Shapes.Column, "The level whose categories stand along the axis: a column of the published file. The totals of all other keys must be published.") { IsRequired = true },
        new("measure", Shapes.Column, "The published column that is drawn: `count`, `<column>_sum`, `<column>_mean`.") { Default = "`count`" },
        new("split", Shapes.Column, "A level of another key, of whose categories each is a series."),
    ]);

    private static readonly ObjectShape Rounding = new("rounding", "a mapping of a method of rounding",
    [
        new("method", Vocabularies.Rounding.Shape, "`conventional`: each count to the nearest multiple of the base. `random`: to a neighbouring multiple by chance, right on average. `small-count`: as few as it takes, so that no count lies from 1 to base − 1 and totals add up; with `threshold: 1`.") { IsRequired = true },
        new("base", Shapes.Whole(RoundingPolicy.LeastBase, RoundingPolicy.MostBase), "The base b. Everyone can see it.") { IsRequired = true },
        new("key", Shapes.Name, "The name of the secret key that draws; for `random`, and required there. The key itself is among the run's secrets, never in a policy."),
    ]);

    private static readonly ObjectShape CellKey = new("cellKey", "a mapping with `table` and `key`",
    [
        new("table", Shapes.CsvFile, "The CSV file beside the policy that holds the perturbation table: columns `i`, `v`, `lb`, `ub` (as the R package ptable writes it) or `pcv`, `ckey`, `pvalue`. It is a secret.") { IsRequired = true },
        new("key", Shapes.Name, "The name of the secret key that makes record keys. The key itself is among the run's secrets, never in a policy.") { IsRequired = true },
        new("repeats", Shapes.Whole(1, 1_000_000), "How many of the table's last counts serve, again and again, for larger counts.") { Default = "1" },
        new("allowBias", Shapes.Boolean, "Whether the table may add to a count on average, as a table that rounds does.") { Default = "`false`" },
    ]);

    private static readonly KeyShape Name = new("name", Shapes.Name, "The release's name; its files are called by it.") { IsRequired = true };

    private static readonly KeyShape Audience = new("audience", Vocabularies.Audience.Shape, "Whom it is for: everyone, private-sector partners who have signed in, or public bodies.") { IsRequired = true };

    private static readonly KeyShape Title = new("title", Shapes.Text, "The title people read.") { Default = "the name" };

    private static readonly KeyShape Description = new("description", Shapes.Text, "What it shows.");

    private static readonly ObjectShape Table = new("table", "a table",
    [
        Name,
        new("kind", new ChoiceShape(["table"]), "Measures over the cross product of levels.") { IsRequired = true },
        Audience,
        Title,
        Description,
        new("by", By(), "The key columns the table is broken down by, with the levels of each: `{ district: [district, region, all] }`. A plain list of keys means as collected and `all`. Each level but `all` is a column of the published file.") { IsRequired = true },
        new("measures", Measures(), "What is told of each cell. All measures of a cell are hidden together.") { Default = "`[count]`" },
        new("threshold", Shapes.Whole(1, int.MaxValue), "The smallest number of respondents a published cell may have. Common are 3 (the handbook's minimum), 5 and 10. 1 hides nothing, and needs `rounding` or `cellKey`. Required without a `preset`; beside one the greater of the two holds.") { Default = "that of the preset" },
        new("preset", RuleFormat.Preset, "Threshold, rules and rounding under the name of the body that uses them.") { Default = "none" },
        new("rules", RuleFormat.Rules, "What hides a cell beside the threshold. All rules hold together, those of the preset among them.") { Default = "those of the preset" },
        new("rounding", Rounding, "That counts are rounded, after small cells are hidden or instead of it. All releases of a policy are rounded alike.") { Default = "none, or that of the preset" },
        new("cellKey", CellKey, "That counts get noise that belongs to the respondents behind them (the cell key method). Needs a respondent column. All releases of a policy alike.") { Default = "none" },
        new("publishThreshold", Shapes.Boolean, "Whether everyone may be told the threshold, which narrows what a hidden cell can be.") { Default = "`false`" },
        new("zeros", Vocabularies.Zeros.Shape, "Whether everyone may know that nobody is in a cell.") { Default = "`published`" },
        new("groupDisclosure", new ListShape(Shapes.Column, "a list of key columns", 1, MostKeys), "Keys of the table whose categories are secrets. Where all respondents of a cell are in one category, nobody may learn it: that the other categories are empty is withheld.") { Default = "none" },
        new("cost", Shapes.Column, "What hiding a cell costs, which is kept low: `count` (its respondents), `cells` (1 each), or the absolute sum of a measure column, which need not be published.") { Default = "`count`" },
        new("levelCosts", LevelCosts(), "How many times dearer it is to hide a cell of a level: `{ district: { region: 10, all: keep } }`. A cell's factors multiply. `keep`: hidden only where hiding all others does not help, as for national totals.") { Default = "1 each" },
        new("totalMark", Shapes.Text, "The text that stands for \"all\" in a key's column.") { Default = "`Total`" },
        new("chart", Chart, "The chart that the site draws of the table. What is withheld is drawn as a gap, never as zero.") { Default = "none" },
    ])
    {
        AtLeastOneOf = ["threshold", "preset"],
    };

    private static readonly ObjectShape Records = new("records", "records",
    [
        Name,
        new("kind", new ChoiceShape(["records"]), "Rows whose keys are generalised until nobody stands out.") { IsRequired = true },
        Audience,
        Title,
        Description,
        new("columns", new ListShape(Shapes.Column, "a list of at least one column", 1, Shapes.MostColumns), "The key and sensitive columns published.") { IsRequired = true },
        new("k", Shapes.Whole(RecordsRelease.LeastK, int.MaxValue), "The smallest number of respondents that share their published keys. Common are 3 (the handbook's minimum), 5 and 10.") { IsRequired = true },
        new("diversity", new EitherShape(Diversity, new ListShape(Diversity, "a list of such mappings, one a column", 1, Shapes.MostColumns)), "What sensitive columns must also meet, so that a class does not give its members' secret away.") { Default = "none" },
        new("suppressionLimit", new ShareShape(), "The largest share of rows that may be left out.") { Default = "`0%`" },
        new("metric", Vocabularies.Metric.Shape, "What makes one choice of levels better than another.") { Default = "`loss`" },
        new("weights", new MapShape(Shapes.Column, Positive, "a mapping of key columns to numbers above 0", 0, Shapes.MostColumns), "What a key's detail is worth against that of others.") { Default = "1 each" },
        new("levels", new MapShape(Shapes.Column, Range(), "a mapping of key columns to levels", 0, Shapes.MostColumns), "The levels that may be chosen for a key: one, or the finest and the coarsest.") { Default = "any" },
    ]);

    /// <summary>All releases.</summary>
    public static readonly ListShape Releases = new(
        new VariantShape("kind", [Table, Records], "a mapping of a release"),
        "a list of at least one release",
        1,
        MostReleases);

    private static EitherShape By() => new(
        new ListShape(Shapes.Column, "a list of key columns", 1, MostKeys),
        new MapShape(Shapes.Column, new ListShape(Shapes.Column, "a list of levels", 1, MostLevels), "a mapping of key columns to levels", 1, MostKeys));

    private static MapShape LevelCosts() => new(
        Shapes.Column,
        new MapShape(Shapes.Column, new EitherShape(Positive, new ChoiceShape(["keep"])), "a mapping of levels to numbers above 0, or `keep`", 1, MostLevels),
        "a mapping of key columns to the costs of their levels",
        1,
        MostKeys);

    private static ListShape Measures() => new(
        new EitherShape(new ChoiceShape(["count"]), Measure), "a list of `count`, `{ sum: … }`, `{ mean: … }`, `{ ratio: […] }`, `{ share: …, of: … }` and `{ quantile: …, at: … }`", 1, Shapes.MostColumns);

    private static EitherShape Range() => new(
        Shapes.Column, new ListShape(Shapes.Column, "a list of the finest and the coarsest level", 2, 2));
}
