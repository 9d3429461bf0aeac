using Publish.Pipeline.Admission;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Validation;
using Publish.Pipeline.Validation.Identifiers;
using Publish.Pipeline.Workspaces;

namespace Publish.Pipeline.Parts;

/// <summary>
/// Reads one part of a folder strictly and counts its rows into a partial class table, which holds what the merge of all
/// parts needs and no row: classes with counts and sums, and pseudonyms in place of respondents and unique values.
/// </summary>
internal sealed class PartGrouping(RunSettings settings, IProgress<double> progress)
{
    /// <summary>Reads a part.</summary>
    /// <param name="upload">The admitted upload.</param>
    /// <param name="part">The part.</param>
    /// <param name="plan">What the pass has to fill.</param>
    /// <param name="secret">The secret of the folder's pseudonyms.</param>
    /// <param name="folder">An empty private folder, for the table.</param>
    /// <param name="cancellation">Stops the pass.</param>
    /// <returns>The table. Its faults, if any, are in its summary: those of all parts are reported together.</returns>
    public PartialClassTable Run(
        AdmittedUpload upload, IUploadContent part, GroupingPlan plan, byte[] secret, string folder, CancellationToken cancellation)
    {
        PrivateFolders.Create(folder);
        var own = settings with { TemporaryFolder = Path.Combine(settings.TemporaryFolder, "part") };
        using var temporary = new TemporaryFolder(own.TemporaryFolder);
        using var stores = new PassStores(plan, own, PassPurpose.Part(own.Threads, secret), folder);
        var consumer = new UploadConsumer(plan, own.Threads, stores, own);
        var (report, digest) = UploadReading.Read(upload.Policy.File, part, plan.Columns, consumer, own, progress, cancellation);
        stores.Complete();
        var summary = new PartSummary
        {
            PolicySha256 = upload.PolicySha256,
            Facts = new UploadFacts(report.SourceBytes, digest, UploadReading.FormatOf(upload.Policy.File), report.Rows),
            ReaderFaults = [.. report.Faults.Select(fault => new FindingGroup(fault.Code, fault.Count, fault.First))],
            KeyFaults = report.IsClean ? [.. KeyFaultReport.Of(plan, consumer.Workers, own.FaultsListedPerKind)] : [],
            Identifiers = [.. Identifiers(plan, consumer)],
            Overflowed = consumer.Workers.Any(worker => worker.Overflowed),
        };
        if (summary.CanBeRead)
        {
            stores.Save(folder, summary.HasClasses ? WriteClasses(plan, consumer, own, folder, cancellation) : [], cancellation);
        }

        return new PartialClassTable(summary, folder);
    }

    private static IEnumerable<(int Source, int Target)> WriteClasses(
        GroupingPlan plan, UploadConsumer consumer, RunSettings own, string folder, CancellationToken cancellation)
    {
        IReadOnlyList<IReadOnlyList<IKeyValues>> coders = [.. consumer.Workers.Select(worker => worker.Coders)];
        var merged = MergedClasses.Of(plan, coders, [.. consumer.Workers.Select(worker => worker.Classes)]);
        using (var database = RunDatabase.Open(own, "writing", [folder]))
        {
            using var connection = database.Connect();
            PartKeyValues.Write(connection, plan, merged, coders, PartialFiles.Keys(folder), cancellation);
            PartClasses.Write(connection, merged.BuildPart(plan), PartialFiles.Classes(folder), cancellation);
        }

        var workers = consumer.Workers.Count;
        return merged.Numbers.SelectMany(
            (numbers, worker) => numbers.Select((target, number) => (checked((number * workers) + worker), target)));
    }

    private static IEnumerable<IdentifierCounts?> Identifiers(GroupingPlan plan, UploadConsumer consumer)
    {
        var counts = consumer.Workers.Select(worker => worker.Identifiers).ToArray();
        for (var column = 0; column < plan.Columns.Count; column++)
        {
            var own = counts.Select(c => c[column]).OfType<IdentifierCounts>().ToArray();
            yield return own.Length == 0 ? null : IdentifierCounts.Sum(own);
        }
    }
}
