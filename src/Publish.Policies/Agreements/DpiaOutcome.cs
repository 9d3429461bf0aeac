namespace Publish.Policies.Agreements;

/// <summary>
/// What came of a data protection impact assessment. Only <see cref="Approved"/> and <see cref="NotRequired"/> admit
/// uploads.
/// </summary>
public enum DpiaOutcome
{
    /// <summary>Not concluded.</summary>
    Pending,

    /// <summary>The processing was approved, with its measures.</summary>
    Approved,

    /// <summary>The screening found that no assessment is required.</summary>
    NotRequired,

    /// <summary>The processing was refused.</summary>
    Refused,
}
