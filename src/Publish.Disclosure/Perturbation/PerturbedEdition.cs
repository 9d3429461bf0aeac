namespace Publish.Disclosure.Perturbation;

/// <summary>The counts of an edition as they are published.</summary>
/// <param name="Tables">One for each table, in the same order.</param>
/// <param name="ClassCounts">
/// The counts of the classes that every published cell is the sum of, as proof that totals add up; <see langword="null"/>
/// where each cell is perturbed by itself.
/// </param>
public sealed record PerturbedEdition(IReadOnlyList<PerturbedTable> Tables, long[]? ClassCounts);
