using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Perturbation;

/// <summary>
/// <see cref="RandomRounding"/> of every count by itself, drawn for by the cell's place and count, so that a cell is
/// rounded alike in every table.
/// </summary>
/// <param name="roundingBase">b, at least 2.</param>
/// <param name="key">The secret that draws.</param>
public sealed class RandomCounts(int roundingBase, SecretKey key) : CountPerturbation
{
    private protected override (long[][] Counts, long[]? ClassCounts) Counts(
        ClassTable classes,
        IReadOnlyList<KeyHierarchy?> hierarchies,
        IReadOnlyList<ProtectedTable> tables,
        IReadOnlyList<CellPlaces> places) =>
        ([.. tables.Select(table => CountsOf(table, hierarchies))], null);

    private long[] CountsOf(ProtectedTable table, IReadOnlyList<KeyHierarchy?> hierarchies)
    {
        var counts = new long[table.CellCount];
        for (var cell = 0; cell < counts.Length; cell++)
        {
            var draw = key.Draw(CellNames.Of(table, hierarchies, cell), table.Respondents[cell]);
            counts[cell] = RandomRounding.Round(table.Respondents[cell], roundingBase, draw);
        }

        return counts;
    }
}
