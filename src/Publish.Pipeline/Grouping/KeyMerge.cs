using Publish.Csv;
using Publish.Disclosure.Hierarchies;

namespace Publish.Pipeline.Grouping;

/// <summary>The hierarchy of a key over everything that workers, or parts, met, and the codes they agree on.</summary>
/// <param name="Hierarchy">From the finest level needed to all.</param>
/// <param name="FinalCodes"><c>FinalCodes[worker or part][code]</c>: the category at the hierarchy's first level.</param>
internal sealed record KeyMerge(KeyHierarchy Hierarchy, int[][] FinalCodes)
{
    /// <summary>Merges what the workers met of one key.</summary>
    /// <param name="plan">The key.</param>
    /// <param name="coders">One a worker or part; every value met has a place in the hierarchy.</param>
    /// <returns>The key's hierarchy and codes, the same however the rows were shared out.</returns>
    public static KeyMerge Of(KeyPlan plan, IReadOnlyList<IKeyValues> coders)
    {
        var hasMissing = coders.Any(c => c.MissingCode >= 0);
        var texts = plan.Type == CellType.Text
            ? coders.SelectMany(c => Codes(c).Select(c.TextOf)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray()
            : [];
        var numbers = plan.Type == CellType.Text
            ? []
            : coders.SelectMany(c => Codes(c).Select(c.NumberOf)).Distinct().Order().ToArray();
        var full = (plan.Type == CellType.Text ? plan.Levels.Build(texts, hasMissing) : plan.Levels.Build(numbers, hasMissing))
            ?? throw new InvalidOperationException("A value that was placed alone must have its place among others.");
        var finest = full.Levels[plan.FinestLevel].CategoryOf;
        var final = coders.Select(coder => FinalCodesOf(coder, texts, numbers, finest)).ToArray();
        return new KeyMerge(FromLevel(full, plan.FinestLevel), final);
    }

    private static IEnumerable<int> Codes(IKeyValues coder) =>
        Enumerable.Range(0, coder.CodeCount).Where(code => code != coder.MissingCode);

    private static int[] FinalCodesOf(IKeyValues coder, string[] texts, long[] numbers, int[] finest)
    {
        var final = new int[coder.CodeCount];
        for (var code = 0; code < final.Length; code++)
        {
            var value = code == coder.MissingCode
                ? texts.Length + numbers.Length
                : texts.Length > 0
                    ? Array.BinarySearch(texts, coder.TextOf(code), StringComparer.Ordinal)
                    : Array.BinarySearch(numbers, coder.NumberOf(code));
            final[code] = finest[value];
        }

        return final;
    }

    // The hierarchy whose categories as collected are those of one level; every category of that level is represented.
    private static KeyHierarchy FromLevel(KeyHierarchy full, int finest)
    {
        if (finest == 0)
        {
            return full;
        }

        var levels = new List<HierarchyLevel>();
        for (var level = finest; level < full.LevelCount; level++)
        {
            levels.Add(full.Levels[level] with { CategoryOf = full.Parents(finest, level) });
        }

        return new KeyHierarchy(full.Key, levels);
    }
}
