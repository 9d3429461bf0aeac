using Publish.Csv;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Receipts;

namespace Publish.Pipeline.Validation;

/// <summary>Reads every row of a file once: checks it, and counts it into its class.</summary>
internal sealed class ValidationStage(RunSettings settings, IProgress<double> progress)
{
    /// <summary>Reads the upload.</summary>
    /// <param name="upload">The admitted upload.</param>
    /// <param name="content">What was uploaded.</param>
    /// <param name="plan">What the pass has to fill.</param>
    /// <param name="cancellation">Stops the pass.</param>
    /// <returns>The classes.</returns>
    /// <exception cref="StopException">The upload has faults, or more classes than can be held.</exception>
    public GroupedUpload Run(AdmittedUpload upload, IUploadContent content, GroupingPlan plan, CancellationToken cancellation)
    {
        using var stores = new PassStores(plan, settings, PassPurpose.Whole(settings.Threads));
        var consumer = new UploadConsumer(plan, settings.Threads, stores, settings);
        var (report, digest) = UploadReading.Read(upload.Policy.File, content, plan.Columns, consumer, settings, progress, cancellation);
        stores.Complete();
        var facts = new UploadFacts(report.SourceBytes, digest, UploadReading.FormatOf(upload.Policy.File), report.Rows);
        var faults = Faults(report, consumer, plan, stores, cancellation);
        if (faults.Count > 0)
        {
            throw new StopException(Verdict.Rejected, faults) { Upload = facts };
        }

        if (consumer.Workers.Any(worker => worker.Overflowed))
        {
            throw new StopException(Verdict.Held, ValidationCodes.TooManyClasses) { Upload = facts };
        }

        var merged = MergedClasses.Of(plan, [.. consumer.Workers.Select(worker => worker.Coders)], [.. consumer.Workers.Select(worker => worker.Classes)]);
        var (classes, recordKeys) = merged.Build(plan, stores, upload.Perturbation?.RecordKey, cancellation);

        // Each worker may have stayed below the limit that all together exceed: the verdict is the same for any threads.
        return classes.ClassCount <= settings.MaximumClasses
            ? new GroupedUpload(facts, plan, classes, merged.Hierarchies) { RecordKeys = recordKeys }
            : throw new StopException(Verdict.Held, ValidationCodes.TooManyClasses) { Upload = facts };
    }

    private List<FindingGroup> Faults(
        ReadReport report, UploadConsumer consumer, GroupingPlan plan, PassStores stores, CancellationToken cancellation)
    {
        // The reader hands on no rows once it has met a fault, and which came before depends on the threads: what would be
        // found in those rows is no count of the file.
        if (!report.IsClean)
        {
            return [.. report.Faults.Select(f => new FindingGroup(f.Code, f.Count, f.First))];
        }

        var faults = new List<FindingGroup>();
        faults.AddRange(IdentifierFaults.Of(plan, [.. consumer.Workers.Select(worker => worker.Identifiers)]));
        faults.AddRange(KeyFaultReport.Of(plan, consumer.Workers, settings.FaultsListedPerKind));
        foreach (var (column, count, first) in stores.Repeats(settings.FaultsListedPerKind, cancellation))
        {
            faults.Add(new FindingGroup(
                ValidationCodes.NotUnique, count, [.. first.Select(p => RowPlace.Finding(ValidationCodes.NotUnique, p, plan.Columns[column].Name))]));
        }

        return faults;
    }
}
