using Publish.Storage;

namespace Publish.EndToEnd.Serving;

/// <summary>An installation in a folder.</summary>
internal sealed class FolderEstate : Estate
{
    private readonly FolderPlace _private;

    public FolderEstate() => _private = new FolderPlace(Path.Combine(Data, "private"), Locks);

    public override string Storage => "folder:" + Data;

    public override IPrivatePlace Private => _private;

    private string Data => Path.Combine(Root, "data");

    private string Locks => Path.Combine(Data, "private", "locks");

    public override IPublicPlace PlaceOf(string audience) => new FolderPlace(Path.Combine(Data, audience), Locks);

    public override IEnumerable<string> TemporaryFiles()
    {
        var own = Path.Combine(Data, "private", "temporary") + Path.DirectorySeparatorChar;
        return base.TemporaryFiles().Concat(Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(path =>
            path.StartsWith(own, StringComparison.Ordinal)
            || path.Contains(".writing-", StringComparison.Ordinal)
            || path.EndsWith(".new", StringComparison.Ordinal)));
    }

    protected override void Settle(string name) =>
        File.SetLastWriteTimeUtc(_private.PathOf(new BlobName(name)), DateTime.UtcNow.AddMinutes(-1));
}
