using System.Security.Cryptography;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>Puts a file among the uploads, under a name that nothing has yet.</summary>
/// <param name="place">Private storage.</param>
public sealed class Sending(IPrivatePlace place)
{
    /// <summary>A second file of the same name is a correction; nobody corrects as often as this.</summary>
    internal const int MostNames = 1000;

    /// <summary>Sends a file. The same file again sends nothing; another of the same name gets a number.</summary>
    /// <param name="edition">The edition it is about.</param>
    /// <param name="path">The file.</param>
    /// <param name="note">Who sends it, and what it corrects.</param>
    /// <param name="cancellation">Stops the calls; nothing half-sent is ever there.</param>
    /// <returns>Where it lies, and whether it was sent now.</returns>
    /// <exception cref="IOException">The file cannot be read, or storage failed.</exception>
    public async Task<SentUpload> SendAsync(UploadSelection edition, string path, UploadNote note, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(note);
        var write = BlobWrite.New with { Metadata = note.Metadata };
        foreach (var name in UploadFileName.Of(path, MostNames).Select(FolderOf(edition).Below))
        {
            if (await TrySendAsync(name, path, write, cancellation).ConfigureAwait(false) is { } sent)
            {
                return sent;
            }
        }

        throw new IOException("Too many uploads have the file's name.");
    }

    /// <summary>Where the uploads of an edition lie.</summary>
    /// <param name="edition">The edition.</param>
    internal static BlobName FolderOf(UploadSelection edition) =>
        new($"{Containers.Uploads}/{edition.Agency}/{edition.Dataset}/{edition.Edition}");

    /// <summary>Sends a file under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="path">The file.</param>
    /// <param name="write">What to note beside it.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>Whether it was sent now or was there, or <see langword="null"/> where another has the name.</returns>
    internal async Task<SentUpload?> TrySendAsync(BlobName name, string path, BlobWrite write, CancellationToken cancellation)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            if (await place.TryWriteAsync(name, file, write, cancellation).ConfigureAwait(false))
            {
                return new SentUpload(name.Value, IsNew: true);
            }

            file.Position = 0;
            return await HasAsync(name, file, cancellation).ConfigureAwait(false) ? new SentUpload(name.Value, IsNew: false) : null;
        }
    }

    private async Task<bool> HasAsync(BlobName name, Stream content, CancellationToken cancellation)
    {
        var there = await place.OpenReadAsync(name, cancellation).ConfigureAwait(false);
        if (there is null)
        {
            return false;
        }

        await using (there.ConfigureAwait(false))
        {
            if (there.Length != content.Length)
            {
                return false;
            }

            var digest = await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false);
            var other = await SHA256.HashDataAsync(there, cancellation).ConfigureAwait(false);
            return digest.AsSpan().SequenceEqual(other);
        }
    }
}
