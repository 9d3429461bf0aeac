namespace Publish.Pipeline.Ledger;

/// <summary>Who works on an upload, and until when it is his.</summary>
/// <param name="Worker">The worker, a random name.</param>
/// <param name="Until">When the claim ends unless it is renewed.</param>
public sealed record UploadClaim(string Worker, DateTimeOffset Until);
