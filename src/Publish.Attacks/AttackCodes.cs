using Publish.Codes;

namespace Publish.Attacks;

/// <summary>What the attacks can report.</summary>
[Codes]
public static class AttackCodes
{
    /// <summary>A file is not laid out as a table release is.</summary>
    public static readonly Code Layout = new(
        "attack-layout",
        "A published table is not laid out as its description says.",
        "This is a fault of the product, not of the upload: report it with the receipt.");

    /// <summary>A total is not the sum of its parts.</summary>
    public static readonly Code Additivity = new(
        "attack-additivity",
        "A published total does not agree with the published parts that make it up.",
        "This is a fault of the product, not of the upload: report it with the receipt.");

    /// <summary>A count below the threshold is published.</summary>
    public static readonly Code Threshold = new(
        "attack-threshold",
        "A published cell has fewer respondents than the policy's threshold.",
        "This is a fault of the product, not of the upload: report it with the receipt.");

    /// <summary>A suppressed cell follows from published ones.</summary>
    public static readonly Code Solved = new(
        "attack-solved",
        "A suppressed cell can be calculated from published cells.",
        "Suppress more, publish coarser levels, or do not publish these tables together.");

    /// <summary>The solving attack could neither solve nor excuse a cell.</summary>
    public static readonly Code NotProven = new(
        "attack-not-proven",
        "It could not be proven that a suppressed cell cannot be calculated from published cells.",
        "Publish coarser levels or fewer tables together, so that the proof fits within the effort allowed.");

    /// <summary>A suppressed cell has one possible value only.</summary>
    public static readonly Code Bounded = new(
        "attack-bounded",
        "A suppressed cell has only one value that agrees with the published cells and with what the public knows.",
        "Suppress more, publish coarser levels, or keep the threshold out of the public certificate.");

    /// <summary>Published numbers leave no table that agrees with all of them.</summary>
    public static readonly Code Contradiction = new(
        "attack-contradiction",
        "No table agrees with all the published cells and with what the public is told about suppressed ones.",
        "This is a fault of the product, not of the upload: report it with the receipt.");

    /// <summary>A published number is not what the upload says.</summary>
    public static readonly Code Recount = new(
        "attack-recount",
        "A published cell is not what a second count of the upload gives.",
        "This is a fault of the product, not of the upload: report it with the receipt.");

    /// <summary>Few respondents are in one published cell and not in another.</summary>
    public static readonly Code Difference = new(
        "attack-difference",
        "The difference of two published counts is a group of fewer respondents than the threshold.",
        "Suppress one of the two cells, or publish coarser levels.");

    /// <summary>A correction shows a cell that was hidden.</summary>
    public static readonly Code ShownAfterHidden = new(
        "attack-shown-after-hidden",
        "A correction does not suppress a cell that the version before suppressed.",
        "Readers have both versions. Publish the correction with the next edition, or withdraw this edition.");

    /// <summary>A correction tells of the few respondents who were corrected.</summary>
    public static readonly Code VersionDifference = new(
        "attack-version-difference",
        "A correction changes a published number by fewer respondents than the threshold.",
        "Readers have both versions, and the difference tells of these respondents. Gather more corrections, publish them with the next edition, or withdraw this edition.");

    /// <summary>A correction has other columns than the version it supersedes.</summary>
    public static readonly Code VersionLayout = new(
        "attack-version-layout",
        "A correction's table has not the keys, levels and measures of the version before.",
        "Correct an edition under the policy it was published by; other columns come with the next edition.");

    /// <summary>Everybody in a margin is in one category.</summary>
    public static readonly Code GroupDisclosure = new(
        "attack-group-disclosure",
        "All respondents of a cell are in one of its categories.",
        "Name the key under groupDisclosure, protect zeros, or publish coarser levels of the category.");

    /// <summary>Quantiles of a cell and of those within it put everyone of a group on one side of a value.</summary>
    public static readonly Code NestedQuantiles = new(
        "attack-nested-quantiles",
        "The quantiles of a cell and of the cells within it tell that everyone of a group lies on one side of a value.",
        "Publish fewer quantiles, or coarser levels of the table.");

    /// <summary>Few respondents of a cell have a value, or have none.</summary>
    public static readonly Code MissingValues = new(
        "attack-missing-values",
        "Published sums, means and counts tell that fewer respondents than the threshold have a value, or have none.",
        "Do not publish sums and means of the column together, or suppress the cell.");

    /// <summary>Everybody in a cell has one value.</summary>
    public static readonly Code SingleValue = new(
        "attack-single-value",
        "Everyone in a published cell has the same value, because its sum or mean lies at a bound of the column.",
        "Suppress the cell, or publish coarser levels.");

    /// <summary>A suppressed cell is bounded more narrowly than its rule allows.</summary>
    public static readonly Code Interval = new(
        "attack-interval",
        "The published cells bound a suppressed cell more narrowly than its rule allows.",
        "Suppress more, or publish coarser levels.");

    /// <summary>A suppressed cell follows from means, ratios, shares or quantiles.</summary>
    public static readonly Code DerivedMeasure = new(
        "attack-derived-measure",
        "Published means, ratios, shares or quantiles tell too much of a suppressed cell.",
        "Publish fewer decimals or fewer of these measures, suppress more, or publish coarser levels.");

    /// <summary>A quantile is the value of one of few.</summary>
    public static readonly Code QuantileSupport = new(
        "attack-quantile-support",
        "Fewer respondents than the threshold lie on one side of a published quantile.",
        "This is a fault of the product, not of the upload: report it with the receipt.");

    /// <summary>A class of published records is smaller than k.</summary>
    public static readonly Code ClassSize = new(
        "attack-class-size",
        "A class of published records has fewer respondents than the policy's k.",
        "This is a fault of the product, not of the upload: report it with the receipt.");

    /// <summary>A class of published records has too little variety of a sensitive column.</summary>
    public static readonly Code Diversity = new(
        "attack-diversity",
        "A class of published records is less diverse in a sensitive column than the policy promises.",
        "This is a fault of the product, not of the upload: report it with the receipt.");

    /// <summary>All records of a class share a sensitive value.</summary>
    public static readonly Code Homogeneity = new(
        "attack-homogeneity",
        "All respondents of a class of published records share one sensitive value.",
        "Ask for l-diversity on that column, or generalise the key variables further.");

    /// <summary>A records release shows a column it must not, or lacks one it promises.</summary>
    public static readonly Code Columns = new(
        "attack-columns",
        "The columns of the published records are not those the policy releases.",
        "This is a fault of the product, not of the upload: report it with the receipt.");

    /// <summary>A small count follows from rounded ones.</summary>
    public static readonly Code RoundedBounds = new(
        "attack-rounded-bounds",
        "Rounded numbers together leave only one value for a small count, or for a suppressed one.",
        "Round to a larger base or at random, publish coarser levels, or suppress small cells first.");

    /// <summary>It is not known whether a small count follows from rounded ones.</summary>
    public static readonly Code RoundedNotProven = new(
        "attack-rounded-not-proven",
        "It could not be proven that rounded numbers leave more than one value for a small count, or for a suppressed one.",
        "Round to a larger base or at random, publish coarser levels or fewer tables together, or suppress small cells first.");

    /// <summary>A count follows from counts with noise.</summary>
    public static readonly Code CellKeyBounds = new(
        "attack-cell-key-bounds",
        "Counts with noise together leave only one value for a suppressed count, or for one that is no larger than the noise.",
        "Publish coarser levels or fewer tables together, use a perturbation table whose noise goes further, or suppress small cells first with a threshold.");

    /// <summary>It is not known whether a count follows from counts with noise.</summary>
    public static readonly Code CellKeyNotProven = new(
        "attack-cell-key-not-proven",
        "It could not be proven that counts with noise leave more than one value for a suppressed count, or for one that is no larger than the noise.",
        "Publish coarser levels or fewer tables together, use a perturbation table whose noise goes further, or suppress small cells first with a threshold.");

    /// <summary>A rounded number is no multiple of the base.</summary>
    public static readonly Code NotMultiple = new(
        "attack-not-multiple",
        "A published count is not a multiple of the rounding base.",
        "This is a fault of the product, not of the upload: report it with the receipt.");
}
