namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>The patterns of personal identifiers that are looked for.</summary>
internal static class IdentifierPatterns
{
    /// <summary>All patterns, in the order they are reported.</summary>
    public static IReadOnlyList<IIdentifierPattern> All { get; } =
    [
        new NhsNumber(),
        new NationalInsuranceNumber(),
        new EmailAddress(),
        new TelephoneNumber(),
        new PaymentCard(),
        new FullPostcode(),
    ];
}
