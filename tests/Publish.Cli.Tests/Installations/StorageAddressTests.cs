using Publish.Cli.Installations;

namespace Publish.Cli.Tests.Installations;

public sealed class StorageAddressTests
{
    [Theory]
    [InlineData("folder:here")]
    [InlineData("folder:C:\\here")]
    [InlineData("azurite")]
    [InlineData("azurite:http://127.0.0.1:10000/")]
    [InlineData("azure")]
    public void An_address_reads_as_it_is_written(string text) => Assert.Equal(text, StorageAddress.Parse(text)!.ToString());

    [Fact]
    public void A_folder_alone_is_that_of_the_demo() =>
        Assert.Equal(("folder:open-data", ""), (StorageAddress.Parse("folder")!.ToString(), StorageAddress.Parse("folder:open-data")!.AsOption));

    [Theory]
    [InlineData("")]
    [InlineData("folder:")]
    [InlineData("open-data")]
    [InlineData("azurite:")]
    [InlineData("azurite:here")]
    [InlineData("azure:account")]
    [InlineData("Azure")]
    public async Task Anything_else_is_none_and_the_error_says_what_is(string text)
    {
        Assert.Null(StorageAddress.Parse(text));
        var session = new Session();
        Assert.Equal(ExitCodes.Usage, await session.RunAsync("status", "--all", "--storage", text));
        Assert.Contains(StorageAddress.Forms, session.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_without_settings_are_an_error_with_its_remedy()
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Failed, await session.RunAsync("status", "--all", "--storage", "azure"));
        Assert.Contains("[storage-account-missing]", session.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emulator_that_does_not_answer_is_an_error_with_its_remedy()
    {
        var session = new Session { Settings = { [StorageAddress.EmulatorSetting] = "http://127.0.0.1:9/" } };
        Assert.Equal(ExitCodes.Failed, await session.RunAsync("status", "--all", "--storage", "azurite"));
        Assert.Contains("[emulator-away]", session.Error, StringComparison.Ordinal);
    }
}
