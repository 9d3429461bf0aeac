using System.Text.Json;
using Publish.Codes;
using Publish.Pipeline.Verification;

namespace Publish.Cli.Tests;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Versions_that_keep_their_promises_are_verified()
    {
        var (code, session) = await Verify([Some.Version()]);
        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("1 version verified", session.Output, StringComparison.Ordinal);
        Assert.Contains("To be believed: The numbers.", session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_broken_promise_is_not_verified()
    {
        var (code, session) = await Verify([Some.Version(), Some.Version(new Finding(Some.Code, "cell 3"))]);
        Assert.Equal(ExitCodes.NotVerified, code);
        Assert.Contains("cell 3", session.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 versions NOT verified", session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_versions_is_not_verified_in_silence()
    {
        var (code, session) = await Verify([]);
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("[nothing-to-verify]", session.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Json_says_whether_all_is_verified(bool verified)
    {
        var version = verified ? Some.Version() : Some.Version(new Finding(Some.Code, "cell 3"));
        var (_, session) = await Verify([version], "--json");
        using var json = JsonDocument.Parse(session.Output);
        Assert.Equal(verified, json.RootElement.GetProperty("verified").GetBoolean());
        Assert.Equal("digests", json.RootElement.GetProperty("versions")[0].GetProperty("checks")[0].GetProperty("attack").GetString());
    }

    [Fact]
    public async Task A_title_in_a_certificate_does_not_steer_the_terminal()
    {
        var (_, session) = await Verify([Some.Version() with { Title = "\u001b[2JTitle" }]);
        Assert.DoesNotContain('\u001b', session.Output);
    }

    private async Task<(int Code, Session Session)> Verify(IReadOnlyList<VersionVerification> versions, params string[] more)
    {
        var session = new Session(new FakePublisher { Versions = versions });
        return (await session.RunAsync(["verify", _scratch.Folder, .. more]), session);
    }
}
