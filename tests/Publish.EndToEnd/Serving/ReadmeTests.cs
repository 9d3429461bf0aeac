using System.Diagnostics;
using System.Text.RegularExpressions;
using Publish.Storage;

namespace Publish.EndToEnd.Serving;

/// <summary>The commands of the README's sections on laptops and on the emulator, run as they are written there.</summary>
[Collection(nameof(ProcessTests))]
public sealed partial class ReadmeTests
{
    private const int NotThereYet = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_commands_for_a_laptop_run_as_they_are_written()
    {
        await using var estate = await DemoAsync();
        var commands = CommandsOf("## On a laptop");
        Assert.Equal(["serve", "upload", "status", "receipt"], commands.Select(command => command.Split(' ')[0]));

        // Only the port is this test's own: another program may have the one that is the default.
        await RunAsync(estate, commands[0] + $" --address http://localhost:{Estate.FreePort()}/", commands[1..]);
    }

    [Fact]
    public async Task The_commands_for_the_emulator_run_as_they_are_written()
    {
        await using var estate = await DemoAsync();
        var port = Estate.FreePort();
        using var azurite = Start(estate, "node", Path.Combine(Repository.Root, "eng", "azurite.mjs"), "--blobPort", $"{port}");
        try
        {
            await ListensAsync(new Uri($"http://127.0.0.1:{port}"));
            Copy(Path.Combine(Repository.Root, "samples", "policies", "northshire-council"), Path.Combine(estate.Root, "samples", "policies", "northshire-council"));
            foreach (var preparation in Preparations().Matches(SectionOf("## On the emulator")).Select(match => match.Value))
            {
                using var shell = Start(estate, "bash", "-c", preparation);
                await shell.WaitForExitAsync();
                Assert.Equal(0, shell.ExitCode);
            }

            var commands = CommandsOf("## On the emulator").Select(command => command.Replace("--storage azurite", $"--storage azurite:http://127.0.0.1:{port}", StringComparison.Ordinal)).ToArray();
            Assert.Equal(["serve", "upload", "receipt", "approve", "status", "withdraw"], commands.Select(command => command.Split(' ')[0]));
            await RunAsync(estate, commands[0] + $" --address http://localhost:{Estate.FreePort()}/", commands[1..]);
        }
        finally
        {
            azurite.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void The_emulator_is_started_with_the_accounts_of_the_code()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, "eng", "azurite.mjs"));
        Assert.All(Emulator.Accounts, account => Assert.Contains($"\"{account}\"", script, StringComparison.Ordinal));
        Assert.Contains(Emulator.AccountsSetting.Split(';')[0].Split(':')[1], script, StringComparison.Ordinal);
    }

    private static async Task<FolderEstate> DemoAsync()
    {
        var estate = new FolderEstate();
        using var demo = estate.Start("demo");
        Assert.Equal(0, await demo.EndAsync());
        return estate;
    }

    private static async Task RunAsync(FolderEstate estate, string serve, IEnumerable<string> commands)
    {
        using var host = estate.Start(serve.Split(' '));
        await host.ServingAsync();
        foreach (var command in commands)
        {
            var (code, output) = await RunAsync(estate, command.Split(' '));
            Assert.True(code == 0, $"{command} ended with {code}:\n{output}");
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

    private static Process Start(Estate estate, string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = estate.Root })!;

    private static async Task ListensAsync(Uri address)
    {
        using var http = new HttpClient();
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(address);
                return;
            }
            catch (HttpRequestException) when (DateTime.UtcNow < until)
            {
                await Task.Delay(100);
            }
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static string[] CommandsOf(string heading) => [.. Commands().Matches(SectionOf(heading)).Select(match => match.Groups[1].Value)];

    private static string SectionOf(string heading)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var start = readme.IndexOf(heading, StringComparison.Ordinal) + heading.Length;
        return readme[start..readme.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("^dotnet run --project src/Publish.Cli -- (.+)$", RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex("^(?:cp|echo) .+$", RegexOptions.Multiline)]
    private static partial Regex Preparations();
}
