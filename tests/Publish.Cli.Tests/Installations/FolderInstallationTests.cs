namespace Publish.Cli.Tests.Installations;

public sealed class FolderInstallationTests : InstallationTests
{
    private readonly Scratch _installation = new();

    protected override string Storage => "folder:" + _installation.Folder;

    public override void Dispose()
    {
        _installation.Dispose();
        base.Dispose();
    }
}
