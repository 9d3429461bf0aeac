using Publish.Policies.Agreements;

namespace Publish.Metadata.Packages;

/// <summary>
/// A data-sharing agreement as a public register has it (Digital Economy Act 2017 Part 5 register; Walport and Thomas,
/// Data Sharing Review, 2008: bodies publish what they share, with whom and why).
/// </summary>
public sealed record AgreementEntry
{
    /// <summary>The agreement's identifier in its register.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its own version, or <see langword="null"/>.</summary>
    public string? Version { get; init; }

    /// <summary>What the information is shared for.</summary>
    public required string Purpose { get; init; }

    /// <summary>What is to be reached by it, or <see langword="null"/>.</summary>
    public string? Objective { get; init; }

    /// <summary>Who gains what, or <see langword="null"/>.</summary>
    public string? Benefits { get; init; }

    /// <summary>The legal power to share, or <see langword="null"/>.</summary>
    public LegalGateway? Gateway { get; init; }

    /// <summary>The lawful basis, an article of the UK GDPR.</summary>
    public required string LawfulBasis { get; init; }

    /// <summary>The condition for special category data, or <see langword="null"/>.</summary>
    public string? SpecialCategory { get; init; }

    /// <summary>Who decides about the data.</summary>
    public required IReadOnlyList<string> Controllers { get; init; }

    /// <summary>Who handles the data for them.</summary>
    public required IReadOnlyList<string> Processors { get; init; }

    /// <summary>The audiences that may receive releases.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The columns shared, each with its reason.</summary>
    public required IReadOnlyList<DisclosedColumn> Discloses { get; init; }

    /// <summary>How the data travel, or <see langword="null"/>.</summary>
    public string? Method { get; init; }

    /// <summary>The areas the data are about.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>How long an upload is kept: an ISO 8601 duration.</summary>
    public string? Retention { get; init; }

    /// <summary>The data protection impact assessment.</summary>
    public AssessmentEntry? Dpia { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly Starts { get; init; }

    /// <summary>The last day, or <see langword="null"/> for no end.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>The days of review.</summary>
    public required IReadOnlyList<DateOnly> Reviews { get; init; }

    /// <summary>Whom to ask, or <see langword="null"/>.</summary>
    public PublishedContact? Contact { get; init; }

    /// <summary>The entry of an agreement.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <returns>The entry.</returns>
    internal static AgreementEntry Of(Agreement agreement) => new()
    {
        Id = agreement.Id,
        Name = agreement.Name,
        Version = agreement.Version,
        Purpose = agreement.Purpose,
        Objective = agreement.Objective,
        Benefits = agreement.Benefits,
        Gateway = agreement.Gateway,
        LawfulBasis = agreement.LawfulBasis,
        SpecialCategory = agreement.SpecialCategory,
        Controllers = agreement.Controllers,
        Processors = agreement.Processors,
        Recipients = [.. agreement.Recipients.Select(audience => Words.Of(audience))],
        Discloses = agreement.Discloses,
        Method = agreement.Method,
        Areas = agreement.Areas,
        Retention = agreement.Retention?.ToString(),
        Dpia = agreement.Dpia is { } dpia
            ? new AssessmentEntry(dpia.Reference, dpia.Date, dpia.Outcome == DpiaOutcome.NotRequired ? "not-required" : "approved")
            : null,
        Starts = agreement.Starts,
        Ends = agreement.Ends,
        Reviews = agreement.Reviews,
        Contact = PublishedContact.Of(agreement.Contact),
    };
}

/// <summary>A data protection impact assessment. Only versions under an approved one, or where none is required, are published.</summary>
/// <param name="Reference">Where it is filed.</param>
/// <param name="Date">The day it was concluded.</param>
/// <param name="Outcome"><c>approved</c> or <c>not-required</c>.</param>
public sealed record AssessmentEntry(string Reference, DateOnly Date, string Outcome);
