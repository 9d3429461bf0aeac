using Publish.Pipeline;

namespace Publish.Cli;

/// <summary>What the command line ends with; documented in <c>docs/commands.md</c>.</summary>
internal static class ExitCodes
{
    /// <summary>Accepted, published, verified: what was asked for is done.</summary>
    public const int Done = 0;

    /// <summary>The program failed in a way that is its own fault, or the machine's.</summary>
    public const int Failed = 1;

    /// <summary>The command line could not be understood, or names what is not there.</summary>
    public const int Usage = 2;

    /// <summary>The upload or its policy was rejected: there is something to mend.</summary>
    public const int Rejected = 3;

    /// <summary>The release is held: nothing was published.</summary>
    public const int Held = 4;

    /// <summary>What was verified breaks a promise.</summary>
    public const int NotVerified = 5;

    /// <summary>Stopped by the user.</summary>
    public const int Cancelled = 130;

    /// <summary>The exit code of a verdict.</summary>
    /// <param name="verdict">How the run of an upload ended.</param>
    /// <returns>One of the codes above.</returns>
    public static int Of(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => Done,
        Verdict.Rejected => Rejected,
        _ => Held,
    };
}
