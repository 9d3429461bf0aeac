namespace Publish.Disclosure.Tables;

/// <summary>All tables of an edition, protected as one system.</summary>
/// <param name="Tables">One for each request, in the same order.</param>
/// <param name="IsCertified">
/// True when for every suppressed cell another table was found that agrees with everything published and differs in
/// that cell. A release whose edition is not certified must be held.
/// </param>
public sealed record ProtectedEdition(IReadOnlyList<ProtectedTable> Tables, bool IsCertified);
