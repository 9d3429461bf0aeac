namespace Publish.Attacks.Editions;

/// <summary>A cell and all present cells of one finer grouping set that make it up; absent parts are 0.</summary>
/// <param name="Total">The cell, or −1 where it is absent although parts are present.</param>
/// <param name="Parts">The parts.</param>
/// <param name="FinerSet">The grouping set of the parts.</param>
internal sealed record CellSum(int Total, int[] Parts, int FinerSet);
