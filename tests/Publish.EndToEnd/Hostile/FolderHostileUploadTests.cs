using Publish.Storage;

namespace Publish.EndToEnd.Hostile;

/// <summary>Hostile uploads in a folder.</summary>
public sealed class FolderHostileUploadTests : HostileUploadTests
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "publish-hostile-folder-" + Path.GetRandomFileName());

    protected override IPrivatePlace Private => new FolderPlace(PrivateRoot, Path.Combine(_root, "locks"));

    private string PrivateRoot => Path.Combine(_root, "private");

    protected override IPublicPlace PlaceOf(string audience) => new FolderPlace(Path.Combine(_root, audience), Path.Combine(_root, "locks"));

    // As another program could, that writes where it may: below the uploads.
    protected override Task<bool> TryPutAnyAsync(string name, byte[] content)
    {
        var path = Path.Combine(PrivateRoot, name);
        var isBelow = Path.GetFullPath(path).StartsWith(Path.Combine(PrivateRoot, "uploads") + "/", StringComparison.Ordinal);
        if (!isBelow || name.Split('/').Any(segment => segment is "" or ".." || segment.Length > 255))
        {
            return Task.FromResult(false);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return Task.FromResult(true);
    }

    protected override Task ClearAsync()
    {
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }

        return Task.CompletedTask;
    }
}
