using System.Text.Json.Serialization;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Validation.Identifiers;

namespace Publish.Pipeline.Parts;

/// <summary>What is known of a part beside its partial class table.</summary>
internal sealed record PartSummary
{
    /// <summary>The policy the part was read by, and the files it names.</summary>
    public required string PolicySha256 { get; init; }

    /// <summary>The part as it was read.</summary>
    public required UploadFacts Facts { get; init; }

    /// <summary>What the strict reader found wrong. Where there is anything, nothing else is known.</summary>
    public required IReadOnlyList<FindingGroup> ReaderFaults { get; init; }

    /// <summary>Key values that have no place in their hierarchy or cannot be published.</summary>
    public required IReadOnlyList<FindingGroup> KeyFaults { get; init; }

    /// <summary>What the look for personal identifiers counted, by column; <see langword="null"/> where none was taken.</summary>
    public required IReadOnlyList<IdentifierCounts?> Identifiers { get; init; }

    /// <summary>Whether the part alone has more classes or values than can be held.</summary>
    public required bool Overflowed { get; init; }

    /// <summary>Whether every row could be read.</summary>
    [JsonIgnore]
    public bool CanBeRead => ReaderFaults.Count == 0;

    /// <summary>Whether there is a table of classes.</summary>
    [JsonIgnore]
    public bool HasClasses => CanBeRead && KeyFaults.Count == 0 && !Overflowed;
}
