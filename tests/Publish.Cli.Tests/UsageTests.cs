namespace Publish.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static TheoryData<string> Commands =>
        [.. new Session().Line.Root.Subcommands.Select(command => command.Name)];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task No_command_shows_the_help()
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync());
        Assert.Contains("publish demo", session.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_carries_an_example_that_starts_with_the_command(string command)
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync(command, "--help"));
        Assert.Contains($"Examples:{Environment.NewLine}  publish {command}", session.Output, StringComparison.Ordinal);
        Assert.Empty(session.Error);
    }

    [Theory]
    [InlineData("Did you mean run?", "rnu")]
    [InlineData("Did you mean --policy?", "run", "FILE", "--polcy", "x")]
    [InlineData("--edition", "check", "FILE", "--policy", "FILE")]
    [InlineData("There is no file missing.csv", "check", "missing.csv", "--policy", "FILE", "--edition", "2026")]
    [InlineData("is a folder", "check", "FILE", "--policy", ".", "--edition", "2026")]
    [InlineData("There is no folder missing", "verify", "missing")]
    [InlineData("whole number", "demo", "--threads", "0")]
    [InlineData("whole number", "demo", "--threads", "many")]
    [InlineData("at least 64MiB", "demo", "--memory", "1MB")]
    [InlineData("at least 64MiB", "demo", "--memory", "lots")]
    [InlineData("--seed", "demo", "--seed", "-1")]
    [InlineData("Not understood: more", "schema", "more")]
    public async Task What_is_wrong_with_a_command_line_is_said_on_the_error_output(string says, params string[] arguments)
    {
        var session = new Session();
        var file = _scratch.Touch("file");
        Assert.Equal(ExitCodes.Usage, await session.RunAsync([.. arguments.Select(a => a == "FILE" ? file : a)]));
        Assert.Contains(says, session.Error, StringComparison.Ordinal);
        Assert.Contains("--help.", session.Error, StringComparison.Ordinal);
        Assert.Empty(session.Output);
    }

    [Theory]
    [InlineData("512MB", 512_000_000L)]
    [InlineData("512 mib", 512L << 20)]
    [InlineData("1.5GiB", 3L << 29)]
    [InlineData("42", 42L)]
    [InlineData("7B", 7L)]
    public void A_size_is_a_number_and_a_unit(string text, long bytes)
    {
        Assert.True(ByteSize.TryParse(text, out var parsed));
        Assert.Equal(bytes, parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MB")]
    [InlineData("0MB")]
    [InlineData("-1MB")]
    [InlineData("1e3MB")]
    [InlineData("1,5GB")]
    [InlineData("99999999999TB")]
    [InlineData("79228162514264337593543950336MB")]
    public void Anything_else_is_no_size(string text) => Assert.False(ByteSize.TryParse(text, out _));
}
