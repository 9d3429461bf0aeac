using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Publish.Storage;

/// <summary>A place in a folder of the local file system.</summary>
/// <remarks>
/// A blob is written beside its final name and moved there, so a reader meets the old content or the new. Writers take
/// turns at a name through a lock file; the lock of a process that died is freed by the operating system.
/// </remarks>
public sealed class FolderPlace : IPrivatePlace, IPublicPlace
{
    private const string TemporaryPrefix = ".writing-";
    private readonly string _root;
    private readonly string _locks;

    /// <summary>Opens the place, and makes its folders when they are missing.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="locks">A folder for lock files, outside what an audience reads. Lock files are empty and stay.</param>
    public FolderPlace(string root, string locks)
    {
        _root = Path.GetFullPath(root);
        _locks = Path.GetFullPath(locks);
        Directory.CreateDirectory(_root);
        Directory.CreateDirectory(_locks);
    }

    /// <summary>Where a blob lies in the file system.</summary>
    /// <param name="name">The blob's name.</param>
    /// <returns>An absolute path below the root.</returns>
    public string PathOf(BlobName name) => Path.Combine(_root, name.Value.Replace('/', Path.DirectorySeparatorChar));

    /// <inheritdoc />
    public Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = PathOf(name);
        return Task.FromResult<Stream?>(File.Exists(path) ? File.OpenRead(path) : null);
    }

    /// <inheritdoc />
    public async Task<string?> FindTagAsync(BlobName name, CancellationToken cancellation)
    {
        var stream = await OpenReadAsync(name, cancellation).ConfigureAwait(false);
        if (stream is null)
        {
            return null;
        }

        await using (stream.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false));
        }
    }

    /// <inheritdoc />
    public async Task<bool> TryWriteAsync(
        BlobName name, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var turn = await TakeTurnAsync(name, cancellation).ConfigureAwait(false);
        if (expected != IBlobPlace.AnyTag
            && await FindTagAsync(name, cancellation).ConfigureAwait(false) != expected)
        {
            return false;
        }

        var temporary = TemporaryPathBeside(path);
        await File.WriteAllBytesAsync(temporary, content, cancellation).ConfigureAwait(false);
        File.Move(temporary, path, overwrite: true);
        return true;
    }

    /// <inheritdoc />
    /// <remarks>The files are copied below the same parent first, then the folder is renamed: one atomic step.</remarks>
    public async Task<bool> TryPutFolderAsync(BlobName folder, string staged, CancellationToken cancellation)
    {
        var path = PathOf(folder);
        var parent = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(parent);
        using var turn = await TakeTurnAsync(folder, cancellation).ConfigureAwait(false);
        if (Directory.Exists(path))
        {
            return false;
        }

        var temporary = TemporaryPathBeside(path);
        if (Directory.Exists(temporary))
        {
            Directory.Delete(temporary, recursive: true);
        }

        Directory.CreateDirectory(temporary);
        foreach (var file in Directory.EnumerateFiles(staged))
        {
            cancellation.ThrowIfCancellationRequested();
            File.Copy(file, Path.Combine(temporary, Path.GetFileName(file)));
        }

        Directory.Move(temporary, path);
        return true;
    }

    private Task<FolderLock> TakeTurnAsync(BlobName name, CancellationToken cancellation)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PathOf(name))));
        return FolderLock.TakeAsync(Path.Combine(_locks, digest), cancellation);
    }

    // One name for each target, so that what a killed process left is replaced by the next writer, who holds the lock.
    private static string TemporaryPathBeside(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, string.Create(CultureInfo.InvariantCulture, $"{TemporaryPrefix}{Path.GetFileName(path)}"));
}
