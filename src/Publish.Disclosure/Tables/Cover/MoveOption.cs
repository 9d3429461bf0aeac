namespace Publish.Disclosure.Tables.Cover;

/// <summary>Where a move may lead along one axis.</summary>
/// <param name="Code">The code that loses, or −1.</param>
/// <param name="Difference">The views that change.</param>
/// <param name="Cost">What the nearest corner costs.</param>
internal readonly record struct MoveOption(int Code, ulong Difference, double Cost);
