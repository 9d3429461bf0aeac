using Publish.Codes;

namespace Publish.Pipeline;

/// <summary>What can befall a run at any stage.</summary>
[Codes]
public static class RunCodes
{
    /// <summary>An exception nobody expected.</summary>
    public static readonly Code InternalError = new(
        "internal-error",
        "Publish failed in a way its authors did not foresee.",
        "Run it again; if it fails again, report the type of the error and the command, without any data.");
}
