namespace Publish.Storage;

/// <summary>The containers of the accounts: the first segments of the names of blobs.</summary>
public static class Containers
{
    /// <summary>What agencies send.</summary>
    public const string Uploads = "uploads";

    /// <summary>The policies of datasets.</summary>
    public const string Policies = "policies";

    /// <summary>What agencies are told.</summary>
    public const string Receipts = "receipts";

    /// <summary>What was done, and how far everything is.</summary>
    public const string Ledger = "ledger";

    /// <summary>What was decided, by whom and why: created and never written again, which the service can enforce here.</summary>
    public const string Decisions = "decisions";

    /// <summary>Versions that wait, and partial class tables.</summary>
    public const string Staging = "staging";

    /// <summary>Published versions, in the account of an audience.</summary>
    public const string Published = "data";

    /// <summary>The web site of an audience: the name that the service gives to the container of a static web site.</summary>
    public const string Site = "$web";

    /// <summary>Those of the private account.</summary>
    public static IReadOnlyList<string> OfPrivate { get; } = [Uploads, Policies, Receipts, Ledger, Decisions, Staging];

    /// <summary>Those of each audience's account.</summary>
    public static IReadOnlyList<string> OfAudience { get; } = [Published, Site];
}
