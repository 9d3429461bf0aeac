using System.Globalization;
using Publish.Pipeline.Receipts;

namespace Publish.Pipeline.Parts;

/// <summary>What a receipt tells of a folder of parts.</summary>
internal static class PartFacts
{
    /// <summary>Adds up the parts.</summary>
    /// <param name="parts">The parts as they were read, at least one.</param>
    /// <param name="sha256">The digest of the folder.</param>
    public static UploadFacts Of(IReadOnlyList<UploadFacts> parts, string sha256) => new(
        parts.Sum(part => part.Bytes),
        sha256,
        string.Create(CultureInfo.InvariantCulture, $"{parts[0].Format}, in {parts.Count} {(parts.Count == 1 ? "part" : "parts")}"),
        parts.Sum(part => part.Rows));
}
