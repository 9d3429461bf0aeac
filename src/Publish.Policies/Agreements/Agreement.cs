using Publish.Policies.Releases;

namespace Publish.Policies.Agreements;

/// <summary>
/// The data-sharing agreement, machine-readable: the entries of the UK register of information sharing agreements under
/// the Digital Economy Act 2017 Part 5, with what the ICO's Data Sharing Code asks for.
/// </summary>
public sealed record Agreement
{
    /// <summary>The agreement's identifier in its register.</summary>
    public required string Id { get; init; }

    /// <summary>The agreement's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is in force.</summary>
    public required AgreementStatus Status { get; init; }

    /// <summary>The agreement's own version, as written; or <see langword="null"/>.</summary>
    public string? Version { get; init; }

    /// <summary>What the information is shared for.</summary>
    public required string Purpose { get; init; }

    /// <summary>What is to be reached by it, or <see langword="null"/>.</summary>
    public string? Objective { get; init; }

    /// <summary>Who gains what, or <see langword="null"/>.</summary>
    public string? Benefits { get; init; }

    /// <summary>The legal power to share, or <see langword="null"/>.</summary>
    public LegalGateway? Gateway { get; init; }

    /// <summary>The lawful basis: <c>6(1)(a)</c> to <c>6(1)(f)</c> of the UK GDPR.</summary>
    public required string LawfulBasis { get; init; }

    /// <summary>The condition for special category columns, such as <c>9(2)(j)</c> of the UK GDPR; or <see langword="null"/>.</summary>
    public string? SpecialCategory { get; init; }

    /// <summary>Who decides about the data; at least one.</summary>
    public required IReadOnlyList<string> Controllers { get; init; }

    /// <summary>Who handles the data for them.</summary>
    public IReadOnlyList<string> Processors { get; init; } = [];

    /// <summary>The audiences that may receive releases.</summary>
    public IReadOnlyList<Audience> Recipients { get; init; } = [];

    /// <summary>Whose registers tell of the recipients.</summary>
    public RegisterReach Register { get; init; }

    /// <summary>The columns disclosed, each with its reason, in the policy's order; columns are unique.</summary>
    public IReadOnlyList<DisclosedColumn> Discloses { get; init; } = [];

    /// <summary>How the data travel, or <see langword="null"/>.</summary>
    public string? Method { get; init; }

    /// <summary>The areas the data are about.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>How long an upload is kept, or <see langword="null"/>: then <see cref="AdmissionRules"/> refuses uploads.</summary>
    public RetentionPeriod? Retention { get; init; }

    /// <summary>The data protection impact assessment, or <see langword="null"/>: then <see cref="AdmissionRules"/> refuses uploads.</summary>
    public ImpactAssessment? Dpia { get; init; }

    /// <summary>The first day on which uploads are admitted.</summary>
    public required DateOnly Starts { get; init; }

    /// <summary>The last day on which uploads are admitted, or <see langword="null"/> for no end.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>The days on which the agreement is to be reviewed. Told to readers; admission does not look at them.</summary>
    public IReadOnlyList<DateOnly> Reviews { get; init; } = [];

    /// <summary>Whom to ask about the agreement, or <see langword="null"/>.</summary>
    public AgreementContact? Contact { get; init; }
}
