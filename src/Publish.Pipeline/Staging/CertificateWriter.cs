using Publish.Metadata;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Audit;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Validation;
using Publish.Policies;

namespace Publish.Pipeline.Staging;

/// <summary>Writes down what everyone is told of a version's protection, and nothing more.</summary>
internal static class CertificateWriter
{
    /// <summary>The rule of a table whose withheld cells may be empty ones.</summary>
    public const string ProtectedZeros = "protected-zeros";

    /// <summary>The rule of a table some of whose categories are a group's secret; its column names the key.</summary>
    public const string GroupDisclosure = "group-disclosure";

    private const string OpensAt = "Every number is of at least the threshold's distinct respondents, or is withheld.";

    /// <summary>Describes a version.</summary>
    /// <param name="upload">The admitted upload, its policy as one audience may know it.</param>
    /// <param name="grouped">The grouped upload.</param>
    /// <param name="protectedUpload">What protection decided.</param>
    /// <param name="version">Which version of its edition it is.</param>
    /// <param name="fileAt">Size and digest of a staged file.</param>
    /// <returns>The certificate.</returns>
    public static Certificate Of(
        AdmittedUpload upload, GroupedUpload grouped, ProtectedUpload protectedUpload, string version, Func<string, PublishedFile> fileAt)
    {
        var policy = upload.Policy;
        return new Certificate
        {
            Agency = policy.Agency,
            Dataset = policy.Dataset,
            Title = policy.Title,
            Edition = upload.Edition,
            Version = version,
            Audience = Audiences.NameOf(policy.Audiences.Single()),
            Agreement = policy.Agreement!.Id,
            Licence = policy.Catalogue.Licence,
            Protects = policy.RespondentColumn is null ? "rows" : "respondents",
            Releases =
            [
                .. policy.Releases.Select(release => release is TableRelease
                    ? Table(policy, protectedUpload.Tables.Single(t => t.Plan.Release == release).Plan, fileAt)
                    : Records(policy, grouped, protectedUpload.Records.Single(r => r.Plan.Release == release), fileAt)),
            ],
        };
    }

    private static CertifiedRelease Table(Policy policy, TablePlan plan, Func<string, PublishedFile> fileAt) => new()
    {
        Name = plan.Release.Name,
        Kind = "table",
        TotalMark = plan.Release.TotalMark,
        Files = Files(plan.Release.Name, fileAt),
        Keys = [.. plan.Dimensions.Select(d => new CertifiedKey(d.Name, [.. TableLayout.ColumnNames(d)], d.HasTotal))],
        Columns =
        [
            .. plan.Release.Measures.Select(ColumnOf),
            new CertifiedColumn(TableRows.StatusColumn, "status", "text"),
        ],
        Rules =
        [
            .. FrequencyRules(policy, plan.Release),
            .. PerturbationRules.Of(plan.Release),
            .. ZeroRules(plan.Release),
            .. plan.Release.GroupKeys.Select(key => new CertifiedRule(
                GroupDisclosure, $"Of no group does the table tell that all are in one category of '{key}'.") { Column = key }),
        ],
        Audit = AuditStage.AttacksOf(plan.Release),
        Attested =
        [
            policy.RespondentColumn is null
                ? "Each row of the upload is one respondent."
                : "Counts are of distinct respondents, who may recur in several rows and cells; the files cannot show who recurs.",
            plan.Release.IsPerturbed
                ? "The numbers are made of those of the upload as the rules say."
                : "The numbers are those of the upload.",
        ],
    };

    private static CertifiedRelease Records(
        Policy policy, GroupedUpload grouped, ProtectedRecords records, Func<string, PublishedFile> fileAt)
    {
        var release = records.Plan.Release;
        var layout = RecordsLayout.Of(records, policy, grouped.Plan);
        return new CertifiedRelease
        {
            Name = release.Name,
            Kind = "records",
            Files = Files(release.Name, fileAt),
            Keys = [.. layout.Where(c => c.Key is not null).Select(c => new CertifiedKey(
                c.Name, [c.Name], Total: false, c.Labelled ? null : TypeName(policy.Column(c.Name)!.Type)))],
            Columns =
            [
                .. layout.Where(c => c.Key is null).Select(c => new CertifiedColumn(
                    c.Name, "sensitive", TypeName(policy.Column(c.Name)!.Type), DecimalsOf(policy.Column(c.Name)!))),
            ],
            Rules = [.. Rules(release)],
            Audit = AuditStage.RecordsAttacks,
            Attested =
            [
                policy.RespondentColumn is null
                    ? "Each row of the upload is one respondent."
                    : "Classes are of k distinct respondents, who may recur in several rows; the files show rows only.",
                "The rows are those of the upload, their keys at the levels shown.",
            ],
        };
    }

    // Their names and what they guarantee; a number of theirs would help to undo them.
    private static IEnumerable<CertifiedRule> MeasureRules(Policy policy, TableRelease release)
    {
        if (policy.HoldingColumn is not null)
        {
            yield return new CertifiedRule("holdings", "Respondents of one group are one to every rule.");
        }

        if (!release.HasMeasureColumn)
        {
            yield break;
        }

        if (policy.WeightColumn is not null)
        {
            yield return new CertifiedRule(
                "sampling-weights", "Sums, means, ratios and shares are weighted, each row by its sampling weight; counts are of the sample.");
        }

        yield return new CertifiedRule(
            "minimum-contributors", "Every sum and mean is of enough respondents with a value, and leaves out none or enough of those without.");
        if (release.Rules.Dominance.Count > 0)
        {
            yield return new CertifiedRule("dominance", "No published sum is mostly that of a few respondents.");
        }

        if (release.Rules.PPercent is not null)
        {
            yield return new CertifiedRule("p-percent", "No respondent can tell another's value closely from a sum that is published.");
        }

        if (release.Rules.PriorPosterior is not null)
        {
            yield return new CertifiedRule(
                "prior-posterior", "No respondent who knows the others roughly can tell another's value closely from a sum that is published.");
        }

        if (release.Measures.Any(measure => measure.Kind == MeasureKind.Quantile))
        {
            yield return new CertifiedRule("quantile-support", "Enough contributors lie on either side of every quantile.");
        }

        if (release.Rules.Constants == ConstantCells.Protected)
        {
            yield return new CertifiedRule("constant-values", "In no published cell does everyone have the same value.");
        }
    }

    // With a threshold of 1 nothing is withheld: rounding or noise alone protect.
    private static IEnumerable<CertifiedRule> FrequencyRules(Policy policy, TableRelease release) =>
        release.Threshold < TableRelease.LeastThreshold ? [] :
    [
        new CertifiedRule(
            "minimum-frequency", OpensAt, release.PublishThreshold ? release.Threshold : null),
        new CertifiedRule(
            "secondary-suppression",
            "No withheld number can be calculated from the numbers that are published, over all tables of the edition."),
        .. MeasureRules(policy, release),
    ];

    // A reader has to know it: else a withheld number says that somebody is there.
    private static IEnumerable<CertifiedRule> ZeroRules(TableRelease release) =>
        release.Zeros == ZeroCells.Protected
            ? [new CertifiedRule(ProtectedZeros, "A withheld number may be zero: where nobody is, is withheld too.")]
            : release.MayWithholdZeros ? [new CertifiedRule(ProtectedZeros, "A withheld number may be zero.")]
            : [];

    private static IEnumerable<CertifiedRule> Rules(RecordsRelease release)
    {
        yield return new CertifiedRule(
            "k-anonymity", "Every combination of key values is shared by at least k respondents.", release.K);
        foreach (var rule in release.Diversity)
        {
            yield return new CertifiedRule(
                rule.Kind switch
                {
                    DiversityKind.Distinct => "distinct-l-diversity",
                    DiversityKind.Entropy => "entropy-l-diversity",
                    _ => "recursive-l-diversity",
                },
                $"Within every combination of key values, '{rule.Column}' is diverse.",
                rule.L)
            {
                Column = rule.Column,
                C = rule.C,
            };
        }
    }

    private static CertifiedFile[] Files(string release, Func<string, PublishedFile> fileAt) =>
        [FileOf(fileAt(release + ".csv"), "text/csv"), FileOf(fileAt(release + ".parquet"), "application/vnd.apache.parquet")];

    private static CertifiedFile FileOf(PublishedFile file, string mediaType) =>
        new(file.Name, mediaType, file.Bytes, file.Sha256);

    private static CertifiedColumn ColumnOf(TableMeasure measure) => measure.Kind switch
    {
        MeasureKind.Count => new CertifiedColumn(measure.Name, "count", "integer"),
        MeasureKind.Sum => new CertifiedColumn(measure.Name, "sum", "decimal", measure.Decimals),
        MeasureKind.Mean => new CertifiedColumn(measure.Name, "mean", "decimal", measure.Decimals),
        MeasureKind.Ratio => new CertifiedColumn(measure.Name, "ratio", "decimal", measure.Decimals),
        MeasureKind.Share => new CertifiedColumn(measure.Name, "share", "decimal", measure.Decimals),
        _ => new CertifiedColumn(measure.Name, "quantile", "decimal", measure.Decimals),
    };

    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Text => "text",
        ColumnType.Integer => "integer",
        ColumnType.Decimal => "decimal",
        ColumnType.Boolean => "boolean",
        ColumnType.Date => "date",
        _ => "timestamp",
    };

    private static int? DecimalsOf(ColumnPolicy column) => column.Type == ColumnType.Decimal ? column.Decimals : null;
}
