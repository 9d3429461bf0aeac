namespace Publish.Pipeline.Ledger;

/// <summary>What a person decided, or what was done because of a rule: a line of the ledger that is never rewritten.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="By">The name of the person, or of the rule.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Upload">The upload's record; of a grant, the name that may be sent.</param>
/// <param name="Edition">The edition, where it is about one.</param>
public sealed record Decision(DecisionKind Kind, string By, DateTimeOffset At, string Reason, string? Upload, string? Edition)
{
    /// <summary>The receipt of the round that is decided about, where it is about one upload.</summary>
    public string? Receipt { get; init; }

    /// <summary>To whom something is granted.</summary>
    public string? To { get; init; }

    /// <summary>Until when it is granted.</summary>
    public DateTimeOffset? Until { get; init; }
}
