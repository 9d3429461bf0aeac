using System.Text.RegularExpressions;

namespace Publish.EndToEnd.Serving;

/// <summary>The commands of the README's section on laptops, run as they are written there.</summary>
[Collection(nameof(ProcessTests))]
public sealed partial class ReadmeTests
{
    private const int NotThereYet = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_commands_for_a_laptop_run_as_they_are_written()
    {
        await using var estate = new FolderEstate();
        using (var demo = estate.Start("demo"))
        {
            Assert.Equal(0, await demo.EndAsync());
        }

        var commands = Commands().Matches(Section()).Select(match => match.Groups[1].Value.Split(' ')).ToArray();
        Assert.Equal(["serve", "upload", "status", "receipt"], commands.Select(command => command[0]));

        // Only the port is this test's own: another program may have the one that is the default.
        using var host = estate.Start([.. commands[0], "--address", $"http://localhost:{Estate.FreePort()}/"]);
        await host.ServingAsync();
        foreach (var command in commands[1..])
        {
            var (code, output) = await RunAsync(estate, command);
            Assert.True(code == 0, $"{string.Join(' ', command)} ended with {code}:\n{output}");
        }

        Assert.Equal(0, await host.TerminateAsync());
    }

    // What a person does who is told that it has not been worked on yet: asks again.
    private static async Task<(int Code, string Output)> RunAsync(Estate estate, string[] command)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            using var process = estate.Start(command);
            var code = await process.EndAsync();
            if (code != NotThereYet || DateTime.UtcNow > until)
            {
                return (code, process.Output);
            }

            await Task.Delay(500);
        }
    }

    private static string Section()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var start = readme.IndexOf("## On a laptop", StringComparison.Ordinal);
        return readme[start..readme.IndexOf("| read | for |", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("^dotnet run --project src/Publish.Cli -- (.+)$", RegexOptions.Multiline)]
    private static partial Regex Commands();
}
