namespace Publish.Pipeline.Receipts;

/// <summary>One place a finding was met.</summary>
/// <param name="Place">Row, line and column; a position in the policy; a release. May be empty.</param>
/// <param name="Detail">One more sentence, or <see langword="null"/>.</param>
public sealed record ReceiptPlace(string Place, string? Detail);
