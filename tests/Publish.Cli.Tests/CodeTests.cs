using Publish.Cli.Catalogues;
using Publish.Pipeline;
using Publish.Policies;

namespace Publish.Cli.Tests;

public sealed class CodeTests
{
    [Fact]
    public void Every_code_of_the_program_has_a_well_formed_name_and_two_sentences()
    {
        var codes = AppCodes.All();
        Assert.Contains(codes, code => code.Id == "type-error");
        Assert.Contains(codes, code => code == RunCodes.InternalError);
        Assert.All(codes, code =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", code.Id);
            Assert.EndsWith(".", code.Problem, StringComparison.Ordinal);
            Assert.EndsWith(".", code.Remedy, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_room_of_the_program_is_in_the_catalogue()
    {
        var marked = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .Count(line => line.Contains("public static readonly Code ", StringComparison.Ordinal));
        Assert.Equal(marked, AppCodes.All().Count);
    }

    [Fact]
    public async Task A_code_is_explained()
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync("explain", "internal-error"));
        Assert.Contains(RunCodes.InternalError.Problem, session.Output, StringComparison.Ordinal);
        Assert.Contains(RunCodes.InternalError.Remedy, session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_code_all_are_listed()
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync("explain"));
        Assert.All(AppCodes.All(), code => Assert.Contains(code.Id, session.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("typ-error")]
    [InlineData("type_error")]
    [InlineData("TYPE-ERROR")]
    public async Task An_unknown_code_brings_the_nearest(string code)
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Usage, await session.RunAsync("explain", code));
        Assert.Contains("[unknown-code]", session.Error, StringComparison.Ordinal);
        Assert.Contains("type-error", session.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_printed()
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync("schema"));
        Assert.Equal(PolicySchema.Generate(), session.Output);
    }
}
