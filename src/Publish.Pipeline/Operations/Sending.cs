using System.Security.Cryptography;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>Puts a file among the uploads, under a name that nothing has yet.</summary>
/// <param name="place">Private storage.</param>
public sealed class Sending(IPrivatePlace place)
{
    // A second file of the same name is a correction; nobody corrects as often as this.
    private const int MostNames = 1000;

    /// <summary>Sends a file. The same file again sends nothing; another of the same name gets a number.</summary>
    /// <param name="edition">The edition it is about.</param>
    /// <param name="path">The file.</param>
    /// <param name="uploader">Who sends it, or <see langword="null"/>.</param>
    /// <param name="cancellation">Stops the calls; nothing half-sent is ever there.</param>
    /// <returns>Where it lies, and whether it was sent now.</returns>
    /// <exception cref="IOException">The file cannot be read, or storage failed.</exception>
    public async Task<SentUpload> SendAsync(UploadSelection edition, string path, string? uploader, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var folder = new BlobName($"{Containers.Uploads}/{edition.Agency}/{edition.Dataset}/{edition.Edition}");
        var write = BlobWrite.New with { Metadata = UploaderNote.Of(uploader) };
        foreach (var name in UploadFileName.Of(path, MostNames).Select(folder.Below))
        {
            var file = File.OpenRead(path);
            await using (file.ConfigureAwait(false))
            {
                if (await place.TryWriteAsync(name, file, write, cancellation).ConfigureAwait(false))
                {
                    return new SentUpload(name.Value, IsNew: true);
                }

                file.Position = 0;
                if (await HasAsync(name, file, cancellation).ConfigureAwait(false))
                {
                    return new SentUpload(name.Value, IsNew: false);
                }
            }
        }

        throw new IOException("Too many uploads have the file's name.");
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
