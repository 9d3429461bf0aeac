using Publish.Pipeline.Release;

namespace Publish.Pipeline.Receipts;

/// <summary>What was published.</summary>
/// <param name="Version">The version, <c>v1.0.0</c>.</param>
/// <param name="Before">True where an earlier run had published the same content under the same policy.</param>
/// <param name="Places">Where each audience reads it, in the order of <see cref="Audiences.Names"/>; at least one.</param>
public sealed record PublishedFacts(string Version, bool Before, IReadOnlyList<PublishedPlace> Places)
{
    /// <summary>The facts of a version in place.</summary>
    /// <param name="version">The version.</param>
    /// <param name="before">Whether it was there already.</param>
    internal static PublishedFacts Of(ReadyVersion version, bool before) => new(
        version.Record.Version,
        before,
        [
            .. Audiences.Names.Where(version.Audiences.ContainsKey).Select(audience =>
            {
                var staged = version.Audiences[audience];
                return new PublishedPlace(audience, staged.Folder.Value, [.. staged.Releases], staged.Files);
            }),
        ]);
}
