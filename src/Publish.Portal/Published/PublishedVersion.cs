using Publish.Metadata.Histories;
using Publish.Metadata.Packages;

namespace Publish.Portal.Published;

/// <summary>A version and what its files say of it.</summary>
/// <param name="Entry">Its entry in the history.</param>
/// <param name="Package">Its data package; <see langword="null"/> for a tombstone.</param>
public sealed record PublishedVersion(HistoryEntry Entry, DataPackage? Package);
