namespace Publish.Disclosure.Tables;

/// <summary>How uncertain the suppressed cells of a table stay for one measure, by cell: the interval contains [value − lower, value + upper].</summary>
/// <param name="Sum">The sum in the class table; <see langword="null"/> for the count of respondents.</param>
/// <param name="Lower">How far below its value each cell's interval reaches; 0 where nothing is asked.</param>
/// <param name="Upper">How far above, likewise.</param>
public sealed record CellDemand(int? Sum, Int128[] Lower, Int128[] Upper);
