namespace Publish.Attacks.Systems;

/// <summary>Unknown cells joined by equations, and independent of all others.</summary>
/// <param name="Cells">The cells, ascending; the matrix's columns.</param>
/// <param name="Equations">The equations; the matrix's rows.</param>
/// <param name="Matrix">The coefficients of the unknown cells.</param>
internal sealed record Component(int[] Cells, int[] Equations, SparseMatrix Matrix);
