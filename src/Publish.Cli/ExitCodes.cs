namespace Publish.Cli;

/// <summary>What the command line ends with; documented in <c>docs/commands.md</c>.</summary>
internal static class ExitCodes
{
    /// <summary>Accepted, published, verified: what was asked for is done.</summary>
    public const int Done = 0;

    /// <summary>The program failed in a way that is its own fault, or the machine's.</summary>
    public const int Failed = 1;

    /// <summary>The command line could not be understood.</summary>
    public const int Usage = 2;

    /// <summary>The upload or its policy was rejected: there is something to mend.</summary>
    public const int Rejected = 3;

    /// <summary>The release is held: nothing was published.</summary>
    public const int Held = 4;

    /// <summary>What was verified breaks a promise.</summary>
    public const int NotVerified = 5;

    /// <summary>Stopped by the user.</summary>
    public const int Cancelled = 130;
}
