namespace Publish.Attacks.Tables;

/// <summary>What derived numbers tell of a quantity that a table does not publish, one interval a row.</summary>
/// <param name="Low">The least value of each row in units of the measure's scale; <see cref="Int128.MinValue"/> for no bound.</param>
/// <param name="High">The greatest, likewise; <see cref="Int128.MaxValue"/> for no bound.</param>
internal sealed record ImpliedBounds(Int128[] Low, Int128[] High);
