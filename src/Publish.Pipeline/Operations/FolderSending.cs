using System.Security.Cryptography;
using System.Text;
using Publish.Codes;
using Publish.Pipeline.Parts;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>
/// Puts a folder of parts among the uploads, its <c>_SUCCESS</c> last: a list of the parts with their digests, so that
/// nothing that was lost on the way goes unnoticed. A sending that was broken off is taken up where it was.
/// </summary>
/// <param name="place">Private storage.</param>
public sealed class FolderSending(IPrivatePlace place)
{
    private readonly Sending _files = new(place);

    /// <summary>Sends a folder. The same folder again sends nothing; another of the same name gets a number.</summary>
    /// <param name="edition">The edition it is about.</param>
    /// <param name="path">The folder, closed by <c>_SUCCESS</c>.</param>
    /// <param name="note">Who sends it, and what it corrects.</param>
    /// <param name="cancellation">Stops the calls; without its marker the folder is no upload.</param>
    /// <returns>Where its marker lies, and whether it was sent now.</returns>
    /// <exception cref="CodedException">The folder is not closed, or not as its marker says.</exception>
    /// <exception cref="IOException">A part cannot be read, or storage failed.</exception>
    public async Task<SentUpload> SendAsync(UploadSelection edition, string path, UploadNote note, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(note);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var (names, list) = await ReadAsync(full, cancellation).ConfigureAwait(false);
        var write = BlobWrite.New with { Metadata = note.Metadata };
        foreach (var folder in UploadFileName.Of(full, Sending.MostNames).Select(Sending.FolderOf(edition).Below))
        {
            var marker = folder.Below(UploadFolder.Marker);
            if (await place.ReadAsync(marker, cancellation).ConfigureAwait(false) is { } there)
            {
                if (there.AsSpan().SequenceEqual(list))
                {
                    return new SentUpload(marker.Value, IsNew: false);
                }
            }
            else if (await TrySendPartsAsync(folder, full, names, write, cancellation).ConfigureAwait(false)
                && await place.TryWriteAsync(marker, list, write, cancellation).ConfigureAwait(false))
            {
                return new SentUpload(marker.Value, IsNew: true);
            }
        }

        throw new IOException("Too many uploads have the folder's name.");
    }

    private async Task<bool> TrySendPartsAsync(
        BlobName folder, string path, IReadOnlyList<string> names, BlobWrite write, CancellationToken cancellation)
    {
        foreach (var name in names)
        {
            if (await _files.TrySendAsync(folder.Below(name), Path.Combine(path, name), write, cancellation).ConfigureAwait(false) is null)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<(IReadOnlyList<string> Names, byte[] List)> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var parts = new LocalFolder(path).List;
            var digests = new List<string>();
            foreach (var name in parts.Names)
            {
                var file = File.OpenRead(Path.Combine(path, name));
                await using (file.ConfigureAwait(false))
                {
                    digests.Add(Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false)));
                }
            }

            parts.Check(digests);
            return (parts.Names, Encoding.ASCII.GetBytes(string.Concat(parts.Names.Zip(digests, (name, digest) => $"{digest}  {name}\n"))));
        }
        catch (StopException stop)
        {
            throw new CodedException([.. stop.Findings.SelectMany(group => group.First)]);
        }
    }
}
