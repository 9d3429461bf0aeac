namespace Publish.Pipeline.Ledger;

/// <summary>How far an upload is.</summary>
public enum UploadState
{
    /// <summary>Known and not being worked on: new, or given back by a worker that could not finish.</summary>
    Received,

    /// <summary>A worker has claimed it and works on it.</summary>
    Running,

    /// <summary>Protected and audited; a person has to approve it.</summary>
    AwaitingApproval,

    /// <summary>Protected, audited and, where asked for, approved; its time has not come.</summary>
    Embargoed,

    /// <summary>Published.</summary>
    Published,

    /// <summary>Not published, for a reason the receipt names; its sender alone cannot mend it.</summary>
    Held,

    /// <summary>Not published, because of faults the receipt lists, or because a person rejected it.</summary>
    Rejected,

    /// <summary>Held because every attempt at it failed.</summary>
    Poisoned,

    /// <summary>A part of a folder that was read; what comes of it is told by the folder's closing marker.</summary>
    Grouped,

    /// <summary>Published once and taken back.</summary>
    Withdrawn,
}
