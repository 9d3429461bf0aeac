using Publish.Codes;
using Publish.Disclosure.Perturbation;
using Publish.Disclosure.Records;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Corrections;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Validation;
using Publish.Policies;

namespace Publish.Pipeline.Protection;

/// <summary>Chooses levels and suppresses, for all releases of the edition as one system.</summary>
internal static class ProtectionStage
{
    /// <summary>Protects every release.</summary>
    /// <param name="admitted">The admitted upload.</param>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="ledger">The dataset's ledger, or <see langword="null"/> for a check outside any storage.</param>
    /// <param name="superseded">The version that is corrected, whose hidden cells stay hidden; or <see langword="null"/>.</param>
    /// <param name="cancellation">Stops the reading of the ledger.</param>
    /// <returns>What was decided.</returns>
    /// <exception cref="StopException">The upload cannot be protected as the policy asks.</exception>
    public static async Task<ProtectedUpload> RunAsync(
        AdmittedUpload admitted,
        GroupedUpload upload,
        DatasetLedger? ledger,
        SupersededVersion? superseded,
        CancellationToken cancellation)
    {
        var policy = admitted.Policy;
        if (upload.Classes.ClassCount == 0)
        {
            throw new StopException(Verdict.Held, ProtectionCodes.NothingToPublish);
        }

        var records = new List<ProtectedRecords>();
        foreach (var release in policy.Records)
        {
            var plan = RecordsPlanner.Plan(policy, release, upload);
            var kept = ledger is null ? null : await ledger.FindLevelsAsync(release.Name, cancellation).ConfigureAwait(false);
            records.Add(kept is null ? Choose(plan) : Keep(plan, kept));
        }

        var (tables, proof, cost) = Tables(policy, upload, superseded);
        RefuseTellingDifference(tables.Count, records);
        var perturbed = admitted.Perturbation?.Method(upload.RecordKeys).Perturb(upload.Classes, upload.Hierarchies, [.. tables.Select(each => each.Table)]);
        return new ProtectedUpload(tables, records)
        {
            Proof = proof,
            Cost = cost,
            Perturbed = ByRelease(tables, perturbed?.Tables ?? []),
            RoundedClasses = perturbed?.ClassCounts,
        };
    }

    // A table's grand total minus the records is the suppressed rows: none, or at least k.
    private static void RefuseTellingDifference(int tables, List<ProtectedRecords> records)
    {
        foreach (var release in records)
        {
            if (tables > 0 && release.Records.Evaluation.SuppressedRows is > 0 and var rows && rows < release.Plan.Release.K)
            {
                throw new StopException(
                    Verdict.Held, ProtectionCodes.FewSuppressedRows, $"release {release.Plan.Release.Name}");
            }
        }
    }

    /// <summary>What the ledger keeps of a release's levels.</summary>
    /// <param name="records">The release as protected.</param>
    /// <returns>The keys and levels there were, and those that were chosen.</returns>
    public static ChosenLevels LevelsOf(ProtectedRecords records) => new(KeysOf(records.Plan), records.LevelNames);

    private static (List<(TablePlan Plan, ProtectedTable Table)> Tables, EditionProof? Proof, ShieldingCost? Cost) Tables(
        Policy policy, GroupedUpload upload, SupersededVersion? superseded)
    {
        var plans = policy.Tables.Select(table => Hide(TablePlanner.Plan(policy, table, upload), superseded)).ToArray();
        if (plans.Length == 0)
        {
            return ([], null, null);
        }

        var edition = TableProtection.Protect(upload.Classes, upload.Hierarchies, [.. plans.Select(plan => plan.Request)]);
        foreach (var (plan, table) in plans.Zip(edition.Tables))
        {
            RefuseEmptyTable(plan, table);
        }

        return edition.IsCertified
            ? ([.. plans.Zip(edition.Tables)], edition.Proof, edition.Cost)
            : throw new StopException(Verdict.Held, ProtectionCodes.NotCertified);
    }

    private static TablePlan Hide(TablePlan plan, SupersededVersion? superseded) =>
        superseded?.Tables.GetValueOrDefault(plan.Release.Name) is { } before
            ? plan with { Request = plan.Request with { HiddenBefore = new HiddenCells(plan).Of(before) } }
            : plan;

    // A table of nothing but suppressed cells tells nobody anything, and more likely than not its policy is mistaken.
    private static void RefuseEmptyTable(TablePlan plan, ProtectedTable table)
    {
        if (!table.Status.Contains(CellStatus.Published))
        {
            throw new StopException(Verdict.Held, ProtectionCodes.NothingToPublish, $"release {plan.Release.Name}");
        }
    }

    private static Dictionary<string, PerturbedTable> ByRelease(
        List<(TablePlan Plan, ProtectedTable Table)> tables, IReadOnlyList<PerturbedTable> perturbed) =>
        tables.Zip(perturbed).ToDictionary(pair => pair.First.Plan.Release.Name, pair => pair.Second, StringComparer.Ordinal);

    private static ProtectedRecords Choose(RecordsPlan plan)
    {
        var place = $"release {plan.Release.Name}";
        try
        {
            var records = LatticeSearch.Run(plan.Task);
            return records.Published.Count > 0
                ? new ProtectedRecords(plan, records, LevelsFromLedger: false)
                : throw new StopException(Verdict.Held, ProtectionCodes.NothingToPublish, place);
        }
        catch (CodedException e)
        {
            throw new StopException(Verdict.Held, e.Findings.Select(f => f with { Place = place }));
        }
    }

    private static ProtectedRecords Keep(RecordsPlan plan, ChosenLevels kept)
    {
        var place = $"release {plan.Release.Name}";
        if (!Same(KeysOf(plan), kept.PolicyKeys))
        {
            throw new StopException(Verdict.Held, ProtectionCodes.KeptLevelsDiffer, place);
        }

        int[] levels = [.. plan.Task.Keys.Select(key => IndexOf(key, kept.Levels[key.Hierarchy.Key]))];
        var records = GeneralisedRecords.At(plan.Task, levels);
        return records is { Evaluation.IsWithinLimit: true, Published.Count: > 0 }
            ? new ProtectedRecords(plan, records, LevelsFromLedger: true)
            : throw new StopException(Verdict.Held, ProtectionCodes.KeptLevelsExceedLimit, place);
    }

    private static int IndexOf(LatticeKey key, string level) =>
        key.Hierarchy.Levels.Select((l, i) => (l.Name, i)).First(l => l.Name == level).i;

    private static Dictionary<string, IReadOnlyList<string>> KeysOf(RecordsPlan plan) =>
        plan.Task.Keys.ToDictionary(
            key => key.Hierarchy.Key,
            key => (IReadOnlyList<string>)[.. key.Hierarchy.Levels.Take(key.MaxLevel + 1).Select(level => level.Name)],
            StringComparer.Ordinal);

    private static bool Same(
        Dictionary<string, IReadOnlyList<string>> one, IReadOnlyDictionary<string, IReadOnlyList<string>> other) =>
        one.Count == other.Count
        && one.All(key => other.TryGetValue(key.Key, out var levels) && key.Value.SequenceEqual(levels, StringComparer.Ordinal));
}
