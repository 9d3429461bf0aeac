namespace Publish.Pipeline.Ledger;

/// <summary>A record as it was seen, with the tag under which a change of it may be written.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="Record">The record.</param>
/// <param name="Tag">Its tag.</param>
public sealed record Seen<T>(T Record, string Tag);
