using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Publish.Portal.Building;
using Publish.Storage;

namespace Publish.Portal.Writing;

/// <summary>
/// Writes the files of a site: those whose content is what the last build wrote are left alone, so that their entity tags
/// stay and readers need not fetch them again.
/// </summary>
/// <param name="place">Where the site lies.</param>
/// <param name="last">The record of the last build.</param>
internal sealed class SiteWriter(IPublicPlace place, BuildRecord last)
{
    /// <summary>How long a reader may keep a page or a feed without asking again.</summary>
    private static readonly TimeSpan MaximumAge = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _before = last.Files;
    private int _written;

    /// <summary>The digests of the files of this build, by path.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>The paths of the files of the last build.</summary>
    public IEnumerable<string> Before => _before.Keys;

    /// <summary>How many files were written because they are new or other than before.</summary>
    public int Written => _written;

    /// <summary>Whether the last build did not write a file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>True where nothing that the last build wrote can link to it.</returns>
    public bool IsNew(string path) => !_before.ContainsKey(path);

    /// <summary>Writes a file if it is new or other than before.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="content">Its content.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A task that ends when the file is there.</returns>
    public async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        if (_before.GetValueOrDefault(path) != digest)
        {
            using var stream = StreamOf(content);
            await place.TryWriteAsync(new BlobName(path), stream, BlobWrite.Any with { MaximumAge = MaximumAge }, cancellation).ConfigureAwait(false);
            Interlocked.Increment(ref _written);
        }

        _files[path] = digest;
    }

    // A catalogue has tens of megabytes: they are not copied once more.
    private static MemoryStream StreamOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var part)
            ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);

    /// <summary>The digests of what pages were made from, by path.</summary>
    public IReadOnlyDictionary<string, string> Sources => _sources;

    /// <summary>Writes a page, unless it was made from the same by the last build.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="source">A digest of all that it is made from.</param>
    /// <param name="make">Makes its content.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A task that ends when the page is there.</returns>
    public async Task WriteAsync(string path, string source, Func<Task<ReadOnlyMemory<byte>>> make, CancellationToken cancellation)
    {
        _sources[path] = source;
        if (last.Sources.GetValueOrDefault(path) != source || !TryKeep(path))
        {
            await WriteAsync(path, await make().ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps files of the last build as they are.</summary>
    /// <param name="paths">Their paths.</param>
    /// <returns>True where the last build wrote all of them.</returns>
    public bool TryKeep(params ReadOnlySpan<string> paths)
    {
        var isWhole = true;
        foreach (var path in paths)
        {
            if (_before.TryGetValue(path, out var digest))
            {
                _files[path] = digest;
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole;
    }

    /// <summary>What the last build wrote and this one did not: nothing links there any more.</summary>
    public IReadOnlyList<string> Retired => [.. _before.Keys.Where(path => !_files.ContainsKey(path)).Order(StringComparer.Ordinal)];

    /// <summary>Deletes what an earlier build retired, unless this one wrote it again.</summary>
    /// <param name="retired">The files that the last build found nothing to link to.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many files were deleted.</returns>
    public async Task<int> SweepAsync(IEnumerable<string> retired, CancellationToken cancellation)
    {
        var deleted = 0;
        foreach (var path in retired.Where(path => !_files.ContainsKey(path)))
        {
            await place.TryDeleteAsync(new BlobName(path), BlobWrite.AnyTag, cancellation).ConfigureAwait(false);
            deleted++;
        }

        return deleted;
    }
}
