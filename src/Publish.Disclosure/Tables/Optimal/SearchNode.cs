namespace Publish.Disclosure.Tables.Optimal;

/// <summary>A part of the search: all patterns in which some cells are decided.</summary>
/// <param name="Bound">No safe pattern of this part costs less.</param>
/// <param name="Fixings">The decided cells: 1 for suppressed, 0 for published.</param>
internal sealed record SearchNode(double Bound, (int Cell, double Value)[] Fixings);
