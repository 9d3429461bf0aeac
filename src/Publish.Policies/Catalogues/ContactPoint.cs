namespace Publish.Policies.Catalogues;

/// <summary>Whom readers of a dataset may ask.</summary>
/// <param name="ContactName">A team's or person's name.</param>
/// <param name="Email">The address; it has one <c>@</c> with text on both sides.</param>
public sealed record ContactPoint(string ContactName, string Email);
