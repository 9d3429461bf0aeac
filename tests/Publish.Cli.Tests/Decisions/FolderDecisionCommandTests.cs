namespace Publish.Cli.Tests.Decisions;

public sealed class FolderDecisionCommandTests : DecisionCommandTests
{
    private readonly Scratch _installation = new();

    protected override string Storage => "folder:" + _installation.Folder;

    public override void Dispose()
    {
        _installation.Dispose();
        base.Dispose();
    }

    [Fact]
    public async Task A_folder_grants_nothing()
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Usage, await session.RunAsync(
            "grant", Edition + "/more.csv", "--to", "A Sender", "--by", "C Head", "--reason", "Second quarter", "--storage", Storage));
        Assert.Contains("[grant-needs-accounts]", session.Error, StringComparison.Ordinal);
    }
}
