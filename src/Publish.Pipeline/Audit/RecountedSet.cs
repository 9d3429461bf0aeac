namespace Publish.Pipeline.Audit;

/// <summary>The cells of one grouping set, counted a second time; index i of every array is the same cell.</summary>
/// <param name="Levels">The level of each dimension.</param>
/// <param name="Representatives">A class of each cell.</param>
/// <param name="Frequencies">Distinct respondents.</param>
/// <param name="Sums"><c>Sums[measure][cell]</c>.</param>
/// <param name="Contributors"><c>Contributors[measure][cell]</c>: distinct respondents with a value.</param>
/// <param name="Weights"><c>Weights[measure][cell]</c>: the sampling weights of the rows with a value; none where the measure is not weighted.</param>
/// <param name="CellOf">The cell of each class; empty where neither a quantile nor a perturbation needs it.</param>
internal sealed record RecountedSet(
    int[] Levels, int[] Representatives, long[] Frequencies, Int128[][] Sums, long[][] Contributors, Int128[][] Weights, int[] CellOf);
