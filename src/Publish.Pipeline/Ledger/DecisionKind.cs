namespace Publish.Pipeline.Ledger;

/// <summary>What can be decided.</summary>
public enum DecisionKind
{
    /// <summary>An audited version may be published.</summary>
    Approve,

    /// <summary>An audited version is not published.</summary>
    Reject,

    /// <summary>A published version is taken back.</summary>
    Withdraw,

    /// <summary>An upload that was held, rejected or poisoned is worked on again.</summary>
    Redo,

    /// <summary>Somebody may send one upload, or read what an audience reads, for a while.</summary>
    Grant,

    /// <summary>A raw upload is deleted, because the agreement's time for keeping it is over.</summary>
    Retention,
}
