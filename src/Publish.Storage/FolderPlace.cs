using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Publish.Storage.Folders;

namespace Publish.Storage;

/// <summary>A place in a folder of the local file system.</summary>
/// <remarks>
/// A blob is written beside its final name and moved there, so a reader meets the old content or the new. Writers take
/// turns at a name through a lock file; the lock of a process that died is freed by the operating system. Links are
/// nobody's blobs: what they lead to lies elsewhere.
/// </remarks>
public sealed class FolderPlace : IPrivatePlace, IPublicPlace
{
    private static readonly EnumerationOptions FilesOnly = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

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
        var file = new FileInfo(PathOf(name));
        return Task.FromResult<Stream?>(IsBlob(name, file) ? FolderFiles.TryOpen(file.FullName) : null);
    }

    /// <inheritdoc />
    public Task<BlobStat?> FindAsync(BlobName name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(StatOf(name));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var folder = new DirectoryInfo(Path.Combine(_root, prefix.TrimEnd('/').Replace('/', Path.DirectorySeparatorChar)));
        if (!folder.Exists)
        {
            yield break;
        }

        var files = folder.EnumerateFiles("*", FilesOnly)
            .Select(file => (Name: NameOf(file), File: file))
            .Where(entry => !Unfinished.Is(entry.Name))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .ToArray();
        foreach (var (name, file) in files)
        {
            cancellation.ThrowIfCancellationRequested();
            file.Refresh();
            if (file.Exists)
            {
                yield return new BlobEntry(name, FolderStamps.TagOf(file), file.Length, file.LastWriteTimeUtc);
            }
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<string> ListFoldersAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var folder = new DirectoryInfo(Path.Combine(_root, prefix.TrimEnd('/').Replace('/', Path.DirectorySeparatorChar)));
        IEnumerable<string> names = folder.Exists ? folder.EnumerateDirectories().Select(below => below.Name).Order(StringComparer.Ordinal) : [];
        foreach (var name in names.Where(name => !Unfinished.Is(name)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return name;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task<bool> TryWriteAsync(BlobName name, Stream content, BlobWrite write, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(write);
        using var turn = await TakeTurnAsync(name, cancellation).ConfigureAwait(false);
        if (!IsExpected(name, write.Expected))
        {
            return false;
        }

        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = Unfinished.PathBeside(path);
        try
        {
            await FolderFiles.WriteAsync(temporary, content, cancellation).ConfigureAwait(false);
            FolderStamps.Stamp(temporary, turn.Handle);
            FolderNotes.Write(NotePathOf(name), FolderStamps.TagOf(new FileInfo(temporary)), write.Metadata);
            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch
        {
            // Who is asked to stop leaves nothing for the next start to put away.
            File.Delete(temporary);
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<bool> TryDeleteAsync(BlobName name, string expected, CancellationToken cancellation)
    {
        using var turn = await TakeTurnAsync(name, cancellation).ConfigureAwait(false);
        if (StatOf(name) is null)
        {
            return true;
        }

        if (!IsExpected(name, expected))
        {
            return false;
        }

        File.Delete(PathOf(name));
        File.Delete(NotePathOf(name));
        return true;
    }

    /// <inheritdoc />
    public async Task<bool> TryCopyAsync(BlobName source, BlobName target, string? expected, CancellationToken cancellation)
    {
        var stat = StatOf(source);
        var stream = await OpenReadAsync(source, cancellation).ConfigureAwait(false);
        if (stat is null || stream is null)
        {
            return false;
        }

        await using (stream.ConfigureAwait(false))
        {
            return await TryWriteAsync(target, stream, new BlobWrite(expected) { Metadata = stat.Metadata }, cancellation)
                .ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public Task<IBlobLease?> TryLeaseAsync(BlobName name, TimeSpan duration, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var held = FolderLock.TryHold(LockPathOf(name) + ".lease");
        return Task.FromResult<IBlobLease?>(held is null ? null : new FolderLease(held));
    }

    /// <inheritdoc />
    /// <remarks>The files are copied below the same parent first, then the folder is renamed: one atomic step.</remarks>
    public async Task<bool> TryPutFolderAsync(BlobName folder, string staged, CancellationToken cancellation)
    {
        var path = PathOf(folder);
        var parent = Path.GetDirectoryName(path)!;
        using var turn = await TakeTurnAsync(folder, cancellation).ConfigureAwait(false);
        if (Directory.Exists(path))
        {
            return await FolderFiles.AreSameAsync(path, staged, cancellation).ConfigureAwait(false);
        }

        Directory.CreateDirectory(parent);
        var temporary = Unfinished.PathBeside(path);
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

    /// <summary>Removes what killed writers left half-written, which no reader sees.</summary>
    /// <param name="cancellation">Stops the removal.</param>
    /// <returns>How many files and folders were removed.</returns>
    public int RemoveUnfinished(CancellationToken cancellation) =>
        Unfinished.Remove(_root, LockPathOf, cancellation) + FolderNotes.RemoveUnfinished(_locks);

    private static bool IsBlob(BlobName name, FileInfo file) => file.Exists && file.LinkTarget is null && !Unfinished.Is(name.Value);

    private BlobStat? StatOf(BlobName name)
    {
        var file = new FileInfo(PathOf(name));
        if (!IsBlob(name, file))
        {
            return null;
        }

        var tag = FolderStamps.TagOf(file);
        return new BlobStat(tag, file.Length, file.LastWriteTimeUtc, FolderNotes.Read(NotePathOf(name), tag));
    }

    private bool IsExpected(BlobName name, string? expected) =>
        expected == BlobWrite.AnyTag || StatOf(name)?.Tag == expected;

    private Task<FolderLock> TakeTurnAsync(BlobName name, CancellationToken cancellation) =>
        FolderLock.TakeAsync(LockPathOf(name), cancellation);

    private string LockPathOf(BlobName name) => LockPathOf(PathOf(name));

    private string LockPathOf(string path) => Path.Combine(_locks, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path))));

    private string NotePathOf(BlobName name) => LockPathOf(name) + FolderNotes.Ending;

    private string NameOf(FileInfo file) =>
        Path.GetRelativePath(_root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
