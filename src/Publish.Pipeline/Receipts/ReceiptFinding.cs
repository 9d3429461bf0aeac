namespace Publish.Pipeline.Receipts;

/// <summary>All findings of one code.</summary>
/// <param name="Code">The code's identifier in the catalogue.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="First">The first of them.</param>
public sealed record ReceiptFinding(
    string Code, long Count, string Problem, string Remedy, IReadOnlyList<ReceiptPlace> First)
{
    /// <summary>Turns a group of findings into the receipt's form.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The same, as plain text.</returns>
    public static ReceiptFinding Of(FindingGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new(
            group.Code.Id,
            group.Count,
            group.Code.Problem,
            group.Code.Remedy,
            [.. group.First.Select(f => new ReceiptPlace(f.Place, f.Detail))]);
    }
}
