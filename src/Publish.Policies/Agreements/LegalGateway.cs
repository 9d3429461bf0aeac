namespace Publish.Policies.Agreements;

/// <summary>The legal power under which information is shared.</summary>
/// <param name="Act">The act, such as <c>Digital Economy Act 2017</c>.</param>
/// <param name="Section">The section, such as <c>35</c> (public service delivery).</param>
/// <param name="Objective">The specified objective, or <see langword="null"/>.</param>
public sealed record LegalGateway(string Act, string Section, string? Objective = null);
