using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Publish.Cli.Catalogues;

namespace Publish.Cli.Tests;

public sealed partial class DocumentationTests
{
    private const string Update = "PUBLISH_UPDATE_DOCS";

    public static TheoryData<string> Commands =>
        [.. new Session().Line.Root.Subcommands.Select(command => command.Name)];

    [Fact]
    public void The_page_of_codes_is_current()
    {
        var path = Path.Combine(Repository.Root, "docs", "codes.md");
        var page = CodesPage.Write(AppCodes.All());
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == page,
            $"docs/codes.md is not current. Set {Update}=1, run this test, and commit the file.");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_option_and_argument_of_a_command_is_in_its_section(string name)
    {
        var command = new Session().Line.Root.Subcommands.Single(command => command.Name == name);
        var section = SectionOf(name);
        Assert.Equal(
            command.Options.Select(option => option.Name).Order(StringComparer.Ordinal),
            OptionRow().Matches(section).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.All(command.Arguments, argument => Assert.Contains($"`{argument.Name}`", section, StringComparison.Ordinal));
    }

    [Fact]
    public void No_section_is_about_a_command_that_is_gone() => Assert.Equal(
        new Session().Line.Root.Subcommands.Select(command => command.Name),
        Heading().Matches(Page()).Select(match => match.Groups[1].Value));

    // A remedy that names a command which is not there helps nobody.
    [Fact]
    public void Every_command_that_a_page_or_a_code_names_is_there()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "README.md"))
            .Append(Path.Combine(Repository.Root, "infra", "README.md"))
            .Select(File.ReadAllText)
            .Concat(AppCodes.All().Select(code => code.Remedy));
        var named = pages.SelectMany(page => Named().Matches(page).Select(match => match.Groups[1].Value)).Distinct().ToArray();
        Assert.True(named.Length > 8, "Too few commands are named.");
        Assert.Empty(named.Except(new Session().Line.Root.Subcommands.Select(command => command.Name)));
    }

    [Fact]
    public void Every_option_of_all_commands_is_in_the_page() =>
        Assert.All(new Session().Line.Root.Options, option => Assert.Contains($"| `{option.Name}` |", Page(), StringComparison.Ordinal));

    [Fact]
    public void Every_exit_code_is_in_the_page()
    {
        var codes = typeof(ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((int)field.GetRawConstantValue()!).ToString(CultureInfo.InvariantCulture));
        Assert.All(codes, code => Assert.Contains($"\n| {code} | ", Page(), StringComparison.Ordinal));
    }

    private static string SectionOf(string command)
    {
        var page = Page();
        var start = page.IndexOf($"## `publish {command}`", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/commands.md has no section on {command}.");
        var end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return page[start..end];
    }

    private static string Page() => File.ReadAllText(Path.Combine(Repository.Root, "docs", "commands.md"));

    [GeneratedRegex(@"^\| `(--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionRow();

    [GeneratedRegex("`publish ([a-z]+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"^## `publish ([a-z]+)`$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
