using Publish.Attacks.Bounds;
using Publish.Attacks.Differences;
using Publish.Attacks.Editions;
using Publish.Attacks.Groups;
using Publish.Attacks.Intervals;
using Publish.Attacks.Perturbation;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Staging;
using Publish.Pipeline.Validation;
using Publish.Policies;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Audits tables whose counts are rounded or perturbed. Every number is worked out a second time; what was suppressed
/// first must withstand even an intruder who has the exact numbers; and what rounded numbers tell together must leave
/// small counts open.
/// </summary>
/// <param name="examination">Takes what is found.</param>
/// <param name="auditor">What the auditor knows.</param>
/// <param name="policy">The policy.</param>
/// <param name="grouped">The grouped upload.</param>
/// <param name="perturbation">The perturbation.</param>
internal sealed class PerturbedAudit(
    PublicExamination examination, AuditorKnowledge auditor, Policy policy, GroupedUpload grouped, AdmittedPerturbation perturbation)
{
    /// <summary>Attacks on other numbers than counts, which perturbed tables have none of.</summary>
    public static readonly IReadOnlyList<string> NotNeeded = ["missing-values", "declared-bounds", "quantile-support", "nested-quantiles", "derived-measures"];

    private readonly List<PublishedTable> _complete = [];
    private readonly List<PublishedTable> _exact = [];
    private readonly List<CountedClasses> _cells = [];
    private readonly List<IntervalRequirement> _required = [];
    private readonly RecurringRespondents _recurring = new(grouped);
    private RemovableRespondents _removable = new([], new Dictionary<int, (bool[], bool[])>());

    /// <summary>The attacks that only perturbed tables have to withstand, by name.</summary>
    /// <param name="release">The table.</param>
    public static IReadOnlyList<string> AttacksOf(TableRelease release) =>
    [
        .. release.Rounding is { Method: not RoundingMethod.SmallCount } ? new[] { "multiples", "rounding-bounds" } : [],
        .. release.CellKey is not null ? new[] { "cell-key-bounds" } : [],
        .. release.GroupKeys.Count > 0 ? new[] { CertificateWriter.GroupDisclosure } : [],
    ];

    /// <summary>Audits.</summary>
    /// <param name="tables">The tables as protected: only plans and demands are looked at, and no count.</param>
    /// <param name="offered">The classes that kept sums are said to be made of, or <see langword="null"/>.</param>
    public void Run(IReadOnlyList<(TablePlan Plan, Disclosure.Tables.ProtectedTable Table)> tables, long[]? offered)
    {
        _removable = RemovableRespondents.Of(grouped, [.. tables.Select(table => table.Plan)]);
        foreach (var (plan, asked) in tables)
        {
            Recount(plan, asked, offered);
        }

        AttackExact(tables);
        if (perturbation.CellKey is not null)
        {
            AttackNoise(JointClasses.WithLoneRespondents(grouped, tables.Select(table => table.Plan)));
        }
        else if (perturbation.Rounding is { Method: not RoundingMethod.SmallCount } rounding)
        {
            // Where empty rows are listed, somebody may be in a combination that the upload does not have.
            AttackRounded(rounding, tables.Any(table => RemovableRespondents.ListsEmptyRows(table.Plan))
                ? auditor.ListedClasses()!
                : JointClasses.WithLoneRespondents(grouped, tables.Select(table => table.Plan)));
        }
    }

    private IReadOnlyList<Int128>[] Truth() =>
        [.. _cells.Select(cells => cells.Measures.First(measure => measure.Name == CellRecount.Frequency).Sums)];

    private void AttackNoise(CountedClasses classes)
    {
        var (least, most) = (perturbation.Lines.Min(line => line.Noise), perturbation.Lines.Max(line => line.Noise));
        examination.Note(
            new CellKeyAttack(_complete, Truth(), classes, Int128.Max(0, -(Int128)least), Int128.Max(0, (Int128)most)), _complete);
    }

    private void AttackRounded(RoundingPolicy rounding, CountedClasses classes)
    {
        var attack = new RoundingBounds(_complete, Truth(), classes, LargerBases.ReachOf(rounding));
        var result = attack.Run();
        examination.Note(attack, result, _complete);
        if (result.Verdict != AttackVerdict.Withstood)
        {
            examination.Add(new LargerBases(_complete, _cells, classes, perturbation).Advise());
        }
    }

    private void Recount(TablePlan plan, Disclosure.Tables.ProtectedTable asked, long[]? offered)
    {
        var table = examination.Tables[plan.Release.Name];
        var (counted, countedAt) = CellRecount.WithPlaces(grouped, plan, policy);
        var codes = new RowCodes(plan);
        var (cells, places) = FileOrder.Of(table, codes, ListedEmptyRows.AddTo(counted, table, codes), countedAt);
        var sums = new ClassSums(places, cells.Rows);
        var keys = grouped.RecordKeys is { } recordKeys ? sums.Keys(recordKeys, grouped.Classes.Overlaps) : [];
        examination.Note(new RecountAttack(
            table,
            PerturbedCount.Of(cells, keys, perturbation),
            new RecountOptions { Threshold = plan.Release.Threshold, Frequencies = [PerturbedCount.Truth], IsCountPerturbed = true }));
        var complete = CompleteTable.Of(table, cells, CellRecount.Frequency);
        var exact = CompleteTable.Exactly(complete, cells, CellRecount.Frequency);
        if (perturbation.Rounding is { Method: RoundingMethod.SmallCount } rounding)
        {
            examination.Note(new KeptSums(complete, grouped.Classes.Respondents, offered, places, rounding.Base), [complete]);
        }

        // Rules are judged by cell in the order of the count.
        var secrets = new RuleRecount(grouped, plan, policy, _removable).Run();
        examination.Note(
            "rules",
            secrets.AreSecret.Length,
            [.. SecretRows.Published(table, plan, counted, secrets), .. EmptyRows.Missing(table, plan, counted)]);
        if (plan.Release.GroupKeys.Count > 0)
        {
            examination.Note(new GroupDisclosureAttack(new PublishedEdition([exact]), [.. plan.Release.GroupKeys]), [exact]);
        }

        _required.AddRange(RequiredIntervals.Of(_exact.Count, exact, plan, asked, counted, secrets));
        _recurring.Add(_exact.Count, exact, cells);
        _complete.Add(complete);
        _exact.Add(exact);
        _cells.Add(cells);
    }

    // As many attacks as on exact tables, on tables that show the exact number of every cell that is not suppressed.
    private void AttackExact(IReadOnlyList<(TablePlan Plan, Disclosure.Tables.ProtectedTable Table)> tables)
    {
        var edition = new PublishedEdition(_exact);
        var proven = auditor.Prove(edition);
        var threshold = tables.Max(table => table.Plan.Release.Threshold);
        var classes = tables.Count > 1 ? JointClasses.Of(grouped, tables.Select(t => t.Plan)) : null;
        if (classes is not null)
        {
            examination.Note(new JointClassAttack(edition, classes, proven: proven), _exact);
            examination.Note(new OverlapAttack(edition, classes, threshold), _exact);
        }

        examination.Note(new RespondentDifferenceAttack(edition, threshold, _recurring.AreIn), _exact);
        examination.NoteAll([new BoundPropagation(edition), new IntervalAttack(edition, _required, classes, proven)], _exact);
    }
}
