using Publish.Codes;

namespace Publish.Policies.Releases;

/// <summary>What can be wrong with what a policy says about releases.</summary>
[Codes]
public static class ReleaseCodes
{
    /// <summary>Two releases of one name.</summary>
    public static readonly Code RepeatedName = new(
        "policy-release-name", "Two releases have the same name.", "Rename one of them: their files are called by their names.");

    /// <summary>A column used against its role.</summary>
    public static readonly Code Role = new(
        "policy-release-role",
        "The column's role does not permit this use.",
        "Use another column or change its role: tables are broken down by keys and add up measures; records publish keys and sensitive columns.");

    /// <summary>Two releases of records.</summary>
    public static readonly Code SeveralRecords = new(
        "policy-several-records",
        "There is more than one release of records. Their rows could be joined, and several cannot yet be protected as one system.",
        "Keep one release of kind records.");

    /// <summary>Records beside a table over the same columns.</summary>
    public static readonly Code RecordsBesideTable = new(
        "policy-records-beside-table",
        "A table and records share columns. The table minus the records would be the rows left out, and the two cannot yet be protected as one system.",
        "Remove one of the two, or the columns they share.");

    /// <summary>Two published columns of one name.</summary>
    public static readonly Code PublishedName = new(
        "policy-published-name",
        "Two columns of the published file would have the same name, or a level has a name kept for the file's own columns.",
        "Rename the level or the column; count and status are kept.");

    /// <summary>A mark of totals that is also a value.</summary>
    public static readonly Code TotalMark = new(
        "policy-total-mark",
        "The mark of totals is also a value, or a missing mark, of a key of the table.",
        "Choose another totalMark.");

    /// <summary>A cost that is not one of the table's measures.</summary>
    public static readonly Code Cost = new(
        "policy-cost", "The cost is neither count, nor cells, nor a measure column.", "Write count, cells, or a column whose role is measure.");

    /// <summary>A quantile of weighted values.</summary>
    public static readonly Code WeightedQuantile = new(
        "policy-weighted-quantile", "Quantiles are of the sample, and cannot stand beside weighted sums.", "Remove the quantile, or the policy's weight.");

    /// <summary>Group disclosure of a column that is no key of the table.</summary>
    public static readonly Code GroupKey = new(
        "policy-group-key", "The table is not broken down by this column, so that it cannot tell a group's category.", "Name keys of the table.");

    /// <summary>A cost of a level that the table does not publish.</summary>
    public static readonly Code LevelCost = new(
        "policy-level-cost", "The cost is of a level that this table does not publish.", "Name a key of the table under by, and one of its levels there.");

    /// <summary>A measure asked for twice.</summary>
    public static readonly Code RepeatedMeasure = new(
        "policy-repeated-measure", "The table has the same measure twice.", "Remove one of the two.");

    /// <summary>Decimals of a sum.</summary>
    public static readonly Code MeasureDecimals = new(
        "policy-measure-decimals", "A sum has no decimals of its own.", "Remove decimals: a sum has those of its column.");

    /// <summary>A share of nothing, or something else that has no total.</summary>
    public static readonly Code MeasureOf = new(
        "policy-measure-of",
        "A share, and no other measure, is of the total over a key of the table that has the level all.",
        "Give of with such a key for a share, and for no other measure.");

    /// <summary>A quantile without a number, or something else with one.</summary>
    public static readonly Code MeasureAt = new(
        "policy-measure-at",
        "A quantile, and no other measure, says at what share of the contributors it is, above 0 and below 1.",
        "Give at for a quantile, and for no other measure.");

    /// <summary>A share with which a rule would hide everything or nothing.</summary>
    public static readonly Code RuleShare = new(
        "policy-rule-share",
        "With this number the rule would hide everything or nothing.",
        "Give k between 0 and 100 %, p above 0, and q greater than p.");

    /// <summary>Rules about measures in a table of counts.</summary>
    public static readonly Code RulesWithoutMeasure = new(
        "policy-rules-without-measure",
        "The rules are about measures, and the table has none.",
        "Remove the rules, or add a measure.");

    /// <summary>Records without a key.</summary>
    public static readonly Code NoKey = new(
        "policy-records-no-key", "The records have no key column.", "Add at least one key column, or publish a table.");

    /// <summary>A column that is no key of the records.</summary>
    public static readonly Code NotRecordsKey = new(
        "policy-records-key", "The column is not a key column of this release.", "Name a key column listed in the release's columns.");

    /// <summary>A column that cannot have a diversity rule.</summary>
    public static readonly Code DiversityColumn = new(
        "policy-diversity-column",
        "A diversity rule is about a sensitive column of this release, and a column has at most one.",
        "Name a sensitive column listed in the release's columns, once.");

    /// <summary>Numbers that do not make a diversity rule.</summary>
    public static readonly Code DiversityNumber = new(
        "policy-diversity-number",
        "The numbers do not suit the kind of diversity.",
        "Give a whole l, except for entropy; give c for recursive, and for no other.");

    /// <summary>A chart of a column that the table does not publish.</summary>
    public static readonly Code ChartColumn = new(
        "policy-chart-column",
        "The chart names a column that the table does not publish, or not for this use.",
        "Name a level of one of the table's keys under by and split, each of another key, and one of the table's numbers under measure.");

    /// <summary>A chart that needs a total which the table does not publish.</summary>
    public static readonly Code ChartTotal = new(
        "policy-chart-total",
        "The chart needs the total of a key that it does not show, and the table does not publish it.",
        "Add the level all to the other keys of the table, or show one of them with split.");

    /// <summary>A threshold of 1 without rounding or noise.</summary>
    public static readonly Code ThresholdOfOne = new(
        "policy-threshold-of-one",
        "A threshold of 1 hides nothing, and the counts are neither rounded nor perturbed.",
        "Set a threshold of at least 2, or add rounding or a cellKey.");

    /// <summary>Two methods at once.</summary>
    public static readonly Code RoundingAndCellKey = new(
        "policy-rounding-and-cell-key",
        "The table has both rounding and a cellKey.",
        "Keep one of them; a perturbation table can round by itself.");

    /// <summary>Exact sums or means beside perturbed counts.</summary>
    public static readonly Code PerturbedMeasures = new(
        "policy-perturbed-measures",
        "The table publishes exact sums or means beside counts that are rounded or perturbed: a sum over a mean is the exact count.",
        "Publish count alone, or neither round nor perturb.");

    /// <summary>Protected zeros of a table in which the count of somebody may be published as 0.</summary>
    public static readonly Code PerturbedZeros = new(
        "policy-perturbed-zeros",
        "Zeros are withheld in a table in which rounding or noise may bring the count of somebody to 0.",
        "Raise the threshold above every count that may be rounded to 0 (half the base, or all below the base for random rounding), or remove zeros and groupDisclosure: where somebody's count comes to 0, a missing row does not tell that nobody is there.");

    /// <summary>A key where none is used, or none where one is needed.</summary>
    public static readonly Code RoundingKey = new(
        "policy-rounding-key",
        "Random rounding needs the name of a secret key, and no other method takes one.",
        "Add key: NAME for random rounding; remove it otherwise.");

    /// <summary>A base below that of the preset.</summary>
    public static readonly Code PresetRounding = new(
        "policy-preset-rounding",
        "The rounding base is smaller than that of the preset.",
        "Use the preset's base or a larger one, or write threshold and rounding without a preset.");

    /// <summary>Small-count rounding on top of suppression.</summary>
    public static readonly Code SmallCountThreshold = new(
        "policy-small-count-threshold",
        "Small-count rounding leaves no small count to hide, and its totals add up only where none is hidden.",
        "Write threshold: 1, and the smallest count that may be published as the base.");

    /// <summary>Record keys without a respondent column.</summary>
    public static readonly Code CellKeyRespondent = new(
        "policy-cell-key-respondent",
        "A cell key is made of the respondents, and the policy names no respondent column.",
        "Name the column that identifies the respondent, or round instead.");

    /// <summary>Releases that are not perturbed alike.</summary>
    public static readonly Code MixedPerturbation = new(
        "policy-mixed-perturbation",
        "The release is not rounded or perturbed as the first one is. Exact totals, or totals with other noise, of the same respondents show what the rounding or noise did.",
        "Give all tables of the policy the same rounding or cellKey, and publish no records beside them.");
}
