using System.Globalization;
using Publish.Disclosure;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Perturbation;
using Publish.Pipeline.Grouping;

namespace Publish.Pipeline.Validation;

/// <summary>What the workers of a pass met, under the codes and numbers that all agree on.</summary>
internal sealed class MergedClasses
{
    /// <summary>The codes of a presence: as they are.</summary>
    public static readonly int[] PresenceCodes = [0, 1];

    private readonly ClassMerge _merge;
    private readonly int[][][] _codes;

    private MergedClasses(ClassMerge merge, int[][][] codes, IReadOnlyList<KeyHierarchy> hierarchies) =>
        (_merge, _codes, Hierarchies) = (merge, codes, hierarchies);

    /// <summary>The hierarchy of each key of the plan, from its finest level needed; then one of two categories a presence.</summary>
    public IReadOnlyList<KeyHierarchy> Hierarchies { get; }

    /// <summary><c>Numbers[worker][number]</c>: the merged number of a worker's class.</summary>
    public IReadOnlyList<int[]> Numbers => _merge.FinalOf;

    /// <summary>The codes that all agree on.</summary>
    /// <param name="worker">A worker.</param>
    /// <param name="key">A key of the plan.</param>
    /// <returns>The merged code of each of the worker's codes.</returns>
    public int[] CodesOf(int worker, int key) => _codes[worker][key];

    /// <summary>Merges what workers met.</summary>
    /// <param name="plan">The plan of the pass.</param>
    /// <param name="coders"><c>coders[worker][key]</c>: the values that a worker met.</param>
    /// <param name="classes">The classes that each worker met, under its own codes.</param>
    /// <returns>The same however the rows were shared out.</returns>
    public static MergedClasses Of(
        GroupingPlan plan, IReadOnlyList<IReadOnlyList<IKeyValues>> coders, IReadOnlyList<ClassAccumulator> classes)
    {
        var keys = plan.Keys.Select((key, i) => KeyMerge.Of(key, [.. coders.Select(worker => worker[i])])).ToArray();
        return Of(plan, keys, classes, worker => [.. keys.Select(key => key.FinalCodes[worker])]);
    }

    /// <summary>Orders classes that are under the codes all agree on already.</summary>
    /// <param name="plan">The plan of the pass.</param>
    /// <param name="keys">The keys of the plan.</param>
    /// <param name="classes">The classes.</param>
    public static MergedClasses Of(GroupingPlan plan, IReadOnlyList<KeyMerge> keys, ClassAccumulator classes) =>
        Of(plan, keys, [classes], _ => [.. keys.Select(key => Enumerable.Range(0, key.Hierarchy.Levels[0].CategoryCount).ToArray())]);

    /// <summary>Builds the class table.</summary>
    /// <param name="plan">The plan of the pass.</param>
    /// <param name="stores">Respondents and contributions, by the workers' numbers of classes.</param>
    /// <param name="recordKey">What record keys are made with, or <see langword="null"/> where none are summed.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>The class table, and the sums of record keys where they were asked for.</returns>
    public (ClassTable Classes, RecordKeySums? RecordKeys) Build(
        GroupingPlan plan, PassStores stores, SecretKey? recordKey, CancellationToken cancellation)
    {
        var respondents = stores.CountRespondents(_merge.FinalOf, _merge.Count, recordKey, cancellation);
        var classes = _merge.Build(
            plan.Measures.Count,
            respondents?.ByClass,
            respondents?.Overlaps ?? RespondentOverlaps.None,
            stores.GatherContributions(_merge.FinalOf, _merge.Count, cancellation));
        return (classes, respondents?.RecordKeys);
    }

    /// <summary>Builds the class table of a part: rows and sums only.</summary>
    /// <param name="plan">The plan of the pass.</param>
    public ClassTable BuildPart(GroupingPlan plan) =>
        _merge.Build(plan.Measures.Count, respondents: null, RespondentOverlaps.None, GroupedContributions.None);

    private static MergedClasses Of(
        GroupingPlan plan, IReadOnlyList<KeyMerge> keys, IReadOnlyList<ClassAccumulator> classes, Func<int, IEnumerable<int[]>> codesOf)
    {
        int[][][] codes = [.. classes.Select((_, worker) => codesOf(worker).Concat(plan.Presence.Select(_ => PresenceCodes)).ToArray())];
        return new MergedClasses(
            new ClassMerge(classes, codes, plan.CodeCount),
            codes,
            [.. keys.Select(key => key.Hierarchy), .. plan.Presence.Select(PresenceHierarchy)]);
    }

    private static KeyHierarchy PresenceHierarchy(int column)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"presence of column {column + 1}");
        return new KeyHierarchy(
            name,
            [
                new HierarchyLevel(name, [0, 1], ["missing", "present"]),
                new HierarchyLevel(KeyLevels.Top, [0, 0], [KeyLevels.Top]),
            ]);
    }
}
