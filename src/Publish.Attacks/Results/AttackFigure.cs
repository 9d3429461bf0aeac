namespace Publish.Attacks.Results;

/// <summary>One number an attack measured, for the receipt.</summary>
/// <param name="Name">What was measured, in lower case (<c>smallest published count</c>).</param>
/// <param name="Value">The number.</param>
public sealed record AttackFigure(string Name, double Value);
