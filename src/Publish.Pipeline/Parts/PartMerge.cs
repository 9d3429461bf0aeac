using Publish.Pipeline.Grouping;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Validation;

namespace Publish.Pipeline.Parts;

/// <summary>
/// Merges the partial class tables of a folder into the class table that one pass over all rows would have built: counts
/// and sums are added, and respondents, contributions and unique values that occur in several parts are met by pseudonym.
/// </summary>
internal sealed class PartMerge(RunSettings settings)
{
    /// <summary>Merges partial tables.</summary>
    /// <param name="names">The parts' names, in the order of the tables.</param>
    /// <param name="tables">The tables, made under one policy and one secret.</param>
    /// <param name="sha256">The digest of the folder.</param>
    /// <param name="plan">What the passes have filled.</param>
    /// <param name="cancellation">Stops the merge.</param>
    /// <returns>The upload.</returns>
    /// <exception cref="StopException">A part has faults, or there are more classes than can be held.</exception>
    public GroupedUpload Run(
        IReadOnlyList<string> names, IReadOnlyList<PartialClassTable> tables, string sha256, GroupingPlan plan, CancellationToken cancellation)
    {
        var facts = PartFacts.Of([.. tables.Select(table => table.Summary.Facts)], sha256);
        var faults = new PartFaults(names, settings.FaultsListedPerKind);
        Refuse(faults.OfReading(tables), facts);
        using var stores = new PassStores(plan, settings, PassPurpose.Merge, [.. tables.Select(table => table.Folder)]);
        var (keys, classes) = Load(tables, plan, stores, cancellation);
        stores.Complete();
        Refuse(faults.OfValues(plan, tables, stores, cancellation), facts);
        if (tables.Any(table => table.Summary.Overflowed)
            || classes.Count > settings.MaximumClasses || keys.Any(key => key.Hierarchy.Levels[0].CategoryCount > settings.MaximumKeyValues))
        {
            throw new StopException(Verdict.Held, ValidationCodes.TooManyClasses) { Upload = facts };
        }

        var merged = MergedClasses.Of(plan, keys, classes);
        return new GroupedUpload(facts, plan, merged.Build(plan, stores, recordKey: null, cancellation).Classes, merged.Hierarchies);
    }

    private (IReadOnlyList<KeyMerge> Keys, ClassAccumulator Classes) Load(
        IReadOnlyList<PartialClassTable> tables, GroupingPlan plan, PassStores stores, CancellationToken cancellation)
    {
        if (!tables.All(table => table.Summary.HasClasses))
        {
            // Values of unique columns, so that all faults are told at once.
            for (var part = 0; part < tables.Count; part++)
            {
                stores.Load(tables[part].Folder, part, [], cancellation);
            }

            return ([], new ClassAccumulator(0, 0));
        }

        using var database = RunDatabase.Open(settings, "merging", [.. tables.Select(table => table.Folder)]);
        using var connection = database.Connect();
        var values = tables.Select(table => PartKeyValues.Read(connection, plan, PartialFiles.Keys(table.Folder), cancellation)).ToArray();
        KeyMerge[] keys = [.. plan.Keys.Select((key, i) => KeyMerge.Of(key, [.. values.Select(part => part[i])]))];
        var classes = new ClassAccumulator(plan.CodeCount, plan.Measures.Count);
        for (var part = 0; part < tables.Count; part++)
        {
            int[][] codes = [.. keys.Select(key => key.FinalCodes[part]), .. plan.Presence.Select(_ => MergedClasses.PresenceCodes)];
            var numbers = PartClasses.Load(
                connection, PartialFiles.Classes(tables[part].Folder), codes, classes, plan.Measures.Count, cancellation);
            if (tables.Any(table => table.Summary.Overflowed)
            || classes.Count > settings.MaximumClasses)
            {
                break;
            }

            stores.Load(tables[part].Folder, part, numbers.Select((target, source) => (source, target)), cancellation);
        }

        return (keys, classes);
    }

    private static void Refuse(IReadOnlyList<FindingGroup> faults, UploadFacts facts)
    {
        if (faults.Count > 0)
        {
            throw new StopException(Verdict.Rejected, faults) { Upload = facts };
        }
    }
}
