namespace Publish.Policies.Agreements;

/// <summary>Whom to ask about an agreement.</summary>
/// <param name="Name">A person's or team's name.</param>
/// <param name="Email">The address; it has one <c>@</c> with text on both sides.</param>
public sealed record AgreementContact(string Name, string Email);
