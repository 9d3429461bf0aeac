using Publish.Codes;

namespace Publish.Disclosure.Perturbation;

/// <summary>What can be wrong with a perturbation table, or stand against perturbing.</summary>
[Codes]
public static class PerturbationCodes
{
    /// <summary>The lines of a count leave keys out, or overlap.</summary>
    public static readonly Code Coverage = new(
        "perturbation-coverage",
        "The intervals of a count in the perturbation table do not cover the cell keys from 0 to 1 without a gap or an overlap.",
        "Give each count lines whose probabilities sum to 1, each beginning where the one before ends.");

    /// <summary>A count would become negative.</summary>
    public static readonly Code Negative = new(
        "perturbation-negative",
        "The perturbation table makes a count negative.",
        "Take away at most the count itself.");

    /// <summary>Zero does not stay zero.</summary>
    public static readonly Code Zero = new(
        "perturbation-zero",
        "The perturbation table changes the count 0.",
        "Leave 0 as it is: empty combinations have no respondents and so no cell key.");

    /// <summary>The expected noise is not 0.</summary>
    public static readonly Code Biased = new(
        "perturbation-biased",
        "The perturbation table adds to, or takes from, a count on average.",
        "Balance the count's lines.");

    /// <summary>Noise that is no whole number.</summary>
    public static readonly Code NotWhole = new(
        "perturbation-not-whole", "The perturbation table adds parts of a respondent.", "Use a table made for counts.");

    /// <summary>A count without lines.</summary>
    public static readonly Code MissingCount = new(
        "perturbation-missing-count",
        "The perturbation table has no lines for a count between 0 and its largest.",
        "Give every count from 1 to the largest its lines; larger counts use the last.");

    /// <summary>Controlled rounding of respondents who recur.</summary>
    public static readonly Code RecurringRespondents = new(
        "rounding-recurring-respondents",
        "Respondents recur in several combinations of key values, so their numbers do not add up, and small-count rounding keeps sums.",
        "Use conventional or random rounding or a cell key, or count rows (respondent: row).");
}
