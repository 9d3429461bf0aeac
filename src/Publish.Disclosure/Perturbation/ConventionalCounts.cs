using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Perturbation;

/// <summary><see cref="ConventionalRounding"/> of every count by itself.</summary>
/// <param name="roundingBase">b, at least 2.</param>
public sealed class ConventionalCounts(int roundingBase) : CountPerturbation
{
    private protected override (long[][] Counts, long[]? ClassCounts) Counts(
        ClassTable classes,
        IReadOnlyList<KeyHierarchy?> hierarchies,
        IReadOnlyList<ProtectedTable> tables,
        IReadOnlyList<CellPlaces> places) =>
        ([.. tables.Select(table => Array.ConvertAll(table.Respondents, count => ConventionalRounding.Round(count, roundingBase)))], null);
}
