namespace Publish.Csv;

/// <summary>What was read and everything that is wrong with it.</summary>
/// <param name="SourceBytes">Bytes of the file as it came, always all of them.</param>
/// <param name="DecodedBytes">Bytes after unpacking and turning into UTF-8, without a byte order mark.</param>
/// <param name="Rows">Rows of data: every record after the header, faulty and blank ones included.</param>
/// <param name="Faults">
/// Faults by kind: those of the file as a whole first, then by the place of each kind's first. The same for any number
/// of threads.
/// </param>
public sealed record ReadReport(long SourceBytes, long DecodedBytes, long Rows, IReadOnlyList<FaultGroup> Faults)
{
    /// <summary>Whether no fault was found.</summary>
    public bool IsClean => Faults.Count == 0;
}
