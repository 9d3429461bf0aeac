using Publish.Storage;

namespace Publish.Pipeline;

/// <summary>An upload in private storage, as it was when its work was claimed. Streamed from there whenever it is read.</summary>
/// <param name="place">Private storage.</param>
/// <param name="name">The upload's name there.</param>
/// <param name="tag">Its tag when its work was claimed.</param>
internal sealed class StoredUpload(IPrivatePlace place, BlobName name, string tag) : IUploadContent
{
    // A run may read several uploads: the parts of a folder.
    private readonly string _copyName = "upload-" + TemporaryName.Of(name.Value + "\n" + tag);

    /// <inheritdoc />
    public Stream? Open()
    {
        EnsureUnchanged();
        return Wait(place.OpenReadAsync(name, CancellationToken.None));
    }

    /// <inheritdoc />
    public string FileIn(string folder)
    {
        var path = Path.Combine(folder, _copyName);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            using var content = Open() ?? throw new BlobChangedException();
            using var file = File.Create(path);
            content.CopyTo(file);
        }

        return path;
    }

    /// <inheritdoc />
    public void EnsureUnchanged()
    {
        if (Wait(place.FindTagAsync(name, CancellationToken.None)) != tag)
        {
            throw new BlobChangedException();
        }
    }

    // The strict reader runs on threads of its own and reads as files are read; two short calls wait here for the network.
    private static T Wait<T>(Task<T> call) => call.GetAwaiter().GetResult();
}
