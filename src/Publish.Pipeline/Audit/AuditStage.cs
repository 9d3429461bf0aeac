using Publish.Attacks.Derived;
using Publish.Attacks.Differences;
using Publish.Attacks.Intervals;
using Publish.Attacks.Recounts;
using Publish.Attacks.Solving;
using Publish.Attacks.Values;
using Publish.Metadata;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Corrections;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Staging;
using Publish.Pipeline.Validation;

namespace Publish.Pipeline.Audit;

/// <summary>Reads back the very files about to be published, recounts them from the classes and attacks them.</summary>
internal sealed class AuditStage(RunSettings settings)
{
    /// <summary>The attacks a table of exact numbers has to withstand, by name, as certificates list them.</summary>
    private static readonly IReadOnlyList<string> TableAttacks =
        ["formats", "layout", "additivity", "threshold", "solving", "bound-propagation", "recount", "rules", "missing-values", "declared-bounds", "quantile-support", "nested-quantiles", "joint-classes", "overlaps", "respondent-differences", "intervals", "derived-measures"];

    /// <summary>The attacks a table has to withstand, by name, as certificates list them.</summary>
    /// <param name="release">The table.</param>
    public static IReadOnlyList<string> AttacksOf(TableRelease release) =>
        release.IsPerturbed ? [.. TableAttacks.Except(PerturbedAudit.NotNeeded), .. PerturbedAudit.AttacksOf(release)]
        : release.GroupKeys.Count > 0 ? [.. TableAttacks, CertificateWriter.GroupDisclosure]
        : TableAttacks;

    /// <summary>The attacks every release of records has to withstand, by name, as certificates list them.</summary>
    public static readonly IReadOnlyList<string> RecordsAttacks = ["formats", "equivalence-classes", "respondents"];

    /// <summary>Audits the staged versions of an edition together, one for each audience.</summary>
    /// <param name="versions">The versions.</param>
    /// <param name="upload">The admitted upload.</param>
    /// <param name="grouped">The grouped upload.</param>
    /// <param name="protectedUpload">What protection decided: only its plans are used, none of its counts.</param>
    /// <param name="superseded">The earlier versions of the edition; none where nothing is corrected.</param>
    /// <param name="cancellation">Stops the audit.</param>
    /// <returns>What was examined, and every broken promise.</returns>
    public AuditOutcome Run(
        IReadOnlyCollection<StagedVersion> versions,
        AdmittedUpload upload,
        GroupedUpload grouped,
        ProtectedUpload protectedUpload,
        IReadOnlyList<SupersededVersion> superseded,
        CancellationToken cancellation)
    {
        RequireNoMoreRespondentsThanRows(grouped);
        var read = versions.Select(version => (CertificateOf(version), version.Path)).ToArray();
        using var database = RunDatabase.Open(settings, "audit", [.. versions.Select(version => version.Path), .. superseded.SelectMany(version => version.Folders)]);
        using var connection = database.Connect();
        var auditor = AuditorKnowledge.Of(upload.Policy, grouped, protectedUpload);
        var examination = PublicExamination.Of(read, areFilesPublished: false, connection, cancellation, auditor);
        if (examination.Findings.All(finding => finding.Code != Attacks.AttackCodes.Layout))
        {
            if (upload.Perturbation is { } perturbation)
            {
                new PerturbedAudit(examination, auditor, upload.Policy, grouped, perturbation).Run(protectedUpload.Tables, protectedUpload.RoundedClasses);
            }
            else
            {
                Recount(examination, auditor, upload, grouped, protectedUpload);
            }
        }

        foreach (var records in protectedUpload.Records)
        {
            var (classes, findings) = ClassRecount.Run(examination.Records[records.Plan.Release.Name], records, grouped);
            examination.Note("respondents", classes, findings);
        }

        var isProven = true;
        if (examination.Findings.All(finding => finding.Code != Attacks.AttackCodes.Layout))
        {
            foreach (var version in superseded)
            {
                isProven &= new CorrectionAudit(examination, version, protectedUpload).Run(connection, upload.Policy.RespondentColumn is null, cancellation);
            }
        }

        return new AuditOutcome(examination.Facts, examination.Findings, isProven);
    }

    private static Certificate CertificateOf(StagedVersion version) =>
        CertificateJson.Read(File.ReadAllBytes(Path.Combine(version.Path, StagingStage.CertificateName)));

    // Whatever counts respondents, a class cannot have more of them than rows.
    private static void RequireNoMoreRespondentsThanRows(GroupedUpload grouped)
    {
        for (var c = 0; c < grouped.Classes.ClassCount; c++)
        {
            if (grouped.Classes.Respondents[c] > grouped.Classes.Rows[c])
            {
                throw new StopException(Verdict.Held, AuditCodes.MoreRespondentsThanRows);
            }
        }
    }

    private static void Recount(
        PublicExamination examination, AuditorKnowledge auditor, AdmittedUpload upload, GroupedUpload grouped, ProtectedUpload protectedUpload)
    {
        var required = new List<IntervalRequirement>();
        var recurring = new RecurringRespondents(grouped);
        var removable = RemovableRespondents.Of(grouped, [.. protectedUpload.Tables.Select(table => table.Plan)]);
        var contributors = new ContributorAudit(grouped, [.. protectedUpload.Tables.Select(table => table.Plan)], upload.Policy, examination.Edition.Tables.Count);
        foreach (var (plan, asked) in protectedUpload.Tables)
        {
            var table = examination.Tables[plan.Release.Name];
            var counted = CellRecount.Of(grouped, plan, upload.Policy);
            var index = examination.IndexOf(table);
            recurring.Add(index, table, counted);
            var secrets = new RuleRecount(grouped, plan, upload.Policy, removable).Run();
            contributors.Add(index, table, plan, counted, secrets);
            required.AddRange(RequiredIntervals.Of(index, table, plan, asked, counted, secrets));
            examination.Note(
                "rules",
                secrets.AreSecret.Length,
                [.. SecretRows.Published(table, plan, counted, secrets), .. EmptyRows.Missing(table, plan, counted)]);
            var options = new RecountOptions
            {
                Threshold = plan.Release.Threshold,
                Frequencies = [.. counted.Measures.Select(m => m.Name).Where(IsFrequency)],
            };
            examination.NoteAll(
            [
                new RecountAttack(table, counted, options),
                new DeclaredBoundsAttack(examination.Edition, [.. PublishedQuantities.Bounded(index, plan, upload.Policy)]),
                new QuantileSupportAttack(examination.Edition, index, plan.Release.Threshold),
            ]);
        }

        var threshold = protectedUpload.Tables.Select(t => t.Plan.Release.Threshold).DefaultIfEmpty().Max();

        // A single table's finest cells are the joint classes: the solving attack has been through them.
        var classes = protectedUpload.Tables.Count > 1 ? Joint(examination, grouped, protectedUpload) : null;
        if (classes is not null)
        {
            examination.Note(new JointClassAttack(examination.Edition, classes, proven: examination.Proven));
            examination.Note(new OverlapAttack(examination.Edition, classes, threshold));
            var overlaps = new OverlapRecount(grouped, [.. protectedUpload.Tables.Select(t => t.Plan)], upload.Policy, removable).Run();
            examination.Note(new SecretOverlapAttack(examination.Edition, classes, overlaps));
        }

        examination.Note(new RespondentDifferenceAttack(examination.Edition, threshold, recurring.AreIn));
        examination.Note(new IntervalAttack(examination.Edition, required, classes, examination.Proven));
        examination.Note(new NestedQuantilesAttack(examination.Edition));
        contributors.Attack(examination, auditor, classes, recurring.AreIn);
        examination.Note(new DerivedMeasuresAttack(examination.Edition, required, classes, auditor.Prove));
    }

    private static CountedClasses Joint(PublicExamination examination, GroupedUpload grouped, ProtectedUpload protectedUpload)
    {
        TablePlan[] plans = [.. protectedUpload.Tables.Select(table => table.Plan)];
        return protectedUpload.Proof is { } proof && plans.Any(plan => plan.Release.GroupKeys.Count > 0 || plan.Request.Zeros == Disclosure.Tables.ZeroTreatment.Protected)
            ? ListedEmptyClasses.Keep(examination.Edition, JointClasses.WithEmpty(grouped, plans, proof), grouped.Classes.ClassCount)
            : JointClasses.Of(grouped, plans);
    }

    private static bool IsFrequency(string measure) =>
        measure == CellRecount.Frequency || measure.StartsWith(CellRecount.ContributorsOf(""), StringComparison.Ordinal);
}
