using Publish.Codes;

namespace Publish.Storage;

/// <summary>A place could not do what was asked; whether it did is unknown. Its text has no name and no address.</summary>
/// <param name="code">What is wrong.</param>
/// <param name="status">The status the place answered with, or 0 where it did not answer.</param>
public sealed class StorageException(Code code, int status) : IOException(code.Problem)
{
    /// <summary>What is wrong.</summary>
    public Code Code { get; } = code;

    /// <summary>The status the place answered with, or 0 where it did not answer.</summary>
    public int Status { get; } = status;
}
