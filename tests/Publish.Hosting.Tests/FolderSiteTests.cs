using Publish.Storage;

namespace Publish.Hosting.Tests;

public sealed class FolderSiteTests : PublicSiteTests
{
    private readonly string _root = Directory.CreateTempSubdirectory("publish-site-").FullName;

    protected override IPublicPlace Place => new FolderPlace(Path.Combine(_root, "public"), Path.Combine(_root, "private", "locks"));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Directory.CreateDirectory(Path.Combine(_root, "private", "receipts"));
        File.WriteAllText(Path.Combine(_root, "private", "receipts", "a.json"), "secret");
        File.WriteAllText(Path.Combine(_root, "public", "data", ".writing-people.csv"), "secret");
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
