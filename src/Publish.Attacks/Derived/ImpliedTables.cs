using Publish.Attacks.Editions;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Derived;

/// <summary>Adds to tables the sums and counts that they do not publish, but tell of.</summary>
internal static class ImpliedTables
{
    /// <summary>The edition with what is worked out, for attacks on just that.</summary>
    /// <param name="published">The edition.</param>
    /// <param name="implications">What was worked out.</param>
    /// <param name="truth">
    /// The true values by table and quantity, for an intruder who knows more than anyone can; <see langword="null"/> where
    /// there are none.
    /// </param>
    /// <param name="isAttacked">Which of what is worked out is attacked; by default all of it.</param>
    public static PublishedEdition Of(
        PublishedEdition published, Implications implications, Func<int, string, IReadOnlyList<Int128>?> truth, Func<MeasureFamily, bool>? isAttacked = null) =>
        new(
            [.. published.Tables.Select((table, index) => With(
                table,
                implications.Missing.Where(missing => missing.Table == index)
                    .Select(missing => implications.Of(missing.Name).In(index, table, truth(index, missing.Name)))))],
            family => family.IsImplied && isAttacked?.Invoke(family) != false);

    private static PublishedTable With(PublishedTable table, IEnumerable<PublishedMeasure> measures) =>
        new(table.Name, table.Keys, [.. table.Measures, .. measures], table.Status, table.TotalMark, table.MayHideZeros);
}
