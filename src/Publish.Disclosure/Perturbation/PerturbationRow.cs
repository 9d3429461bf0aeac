namespace Publish.Disclosure.Perturbation;

/// <summary>One line of a perturbation table: what a cell key within an interval adds to a count.</summary>
/// <param name="Count">i, the original count.</param>
/// <param name="Noise">v, what is added.</param>
/// <param name="Above">The cell key is above this, at least 0.</param>
/// <param name="UpTo">The cell key is at most this, at most 1. The line's probability is the interval's width.</param>
public sealed record PerturbationRow(int Count, decimal Noise, decimal Above, decimal UpTo);
