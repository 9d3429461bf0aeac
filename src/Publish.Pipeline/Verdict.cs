namespace Publish.Pipeline;

/// <summary>How the run of an upload ended.</summary>
public enum Verdict
{
    /// <summary>Protected, audited and published, or published before from the same content and policy.</summary>
    Accepted,

    /// <summary>Nothing is wrong with the upload that its sender could mend alone, yet nothing may be published.</summary>
    Held,

    /// <summary>The upload or its policy has faults to mend; nothing was published.</summary>
    Rejected,
}
