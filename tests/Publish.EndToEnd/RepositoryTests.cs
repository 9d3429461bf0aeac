using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Publish.EndToEnd;

/// <summary>What a fresh clone relies on.</summary>
public sealed partial class RepositoryTests
{
    [Fact]
    public void Npm_delivered_what_package_json_names()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "package.json")));
        Assert.All(package.RootElement.GetProperty("devDependencies").EnumerateObject(), dependency =>
        {
            using var there = JsonDocument.Parse(File.ReadAllText(
                Path.Combine(Repository.Root, "node_modules", dependency.Name, "package.json")));
            Assert.Equal(dependency.Value.GetString(), there.RootElement.GetProperty("version").GetString());
        });
    }

    [Fact]
    public void Every_command_that_the_readme_shows_is_one_of_the_command_line()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var commands = ShownCommand().Matches(readme).Select(match => match.Groups[1].Value).Distinct().ToArray();
        Assert.Superset(new HashSet<string> { "check", "demo", "run", "verify" }, commands.ToHashSet());
        Assert.All(commands, command =>
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "publish.dll"));
            start.ArgumentList.Add(command);
            start.ArgumentList.Add("--help");
            using var process = Process.Start(start)!;
            var faults = process.StandardError.ReadToEndAsync();
            var help = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, faults.Result);
            Assert.Contains(command, help, StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"Publish\.Cli -- ([a-z]+)")]
    private static partial Regex ShownCommand();
}
