using Publish.Cli.Running;

namespace Publish.Cli.Tests;

/// <summary>Keys from the file of <c>--secrets</c> through a real run; whatever is wrong with them, none is ever printed.</summary>
public sealed class SecretsFileTests : IDisposable
{
    private const string Key = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
    private const string Other = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    private const string Policy = """
        policy: 1
        agency: some-agency
        dataset: some-things
        title: Things
        description: Made for a test.
        catalogue: {licence: OGL-UK-3.0, contactPoint: {contactName: Team, email: team@agency.example}, creator: Some Agency}
        agreement:
          id: A-1
          name: Agreement
          status: active
          purpose: To test.
          lawfulBasis: 6(1)(e)
          retention: P30D
          controllers: [Agency]
          recipients: [public]
          discloses: {area: Needed., sex: Needed.}
          dpia: {reference: D-1, date: 2026-01-01, outcome: approved}
          starts: 2026-01-01
          ends: 2999-12-31
          contact: {name: Governance, email: governance@agency.example}
        respondent: row
        columns:
          area: {type: text, role: key, required: true}
          sex: {type: text, role: key, required: true}
        releases:
          - {name: things, kind: table, audience: public, by: {area: [area, all], sex: [sex, all]}, threshold: 1, rounding: {method: random, base: 5, key: things}}
        """;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_key_of_the_file_draws_and_another_draws_otherwise()
    {
        var first = await PublishedAsync($"# keys\n\nthings={Key}\n", "first");

        Assert.Equal(first, await PublishedAsync($"other = {Other}\nthings = {Key}\n", "again"));
        Assert.NotEqual(first, await PublishedAsync($"things={Other}\n", "other"));
    }

    [Fact]
    public async Task A_key_that_the_file_has_not_is_taken_from_the_environment()
    {
        var first = await PublishedAsync($"things={Key}\n", "first");

        Assert.Equal(first, await PublishedAsync("# none\n", "environment", Key));
        Assert.Equal(first, await PublishedAsync($"things={Key}\n", "both", Other));
    }

    [Theory]
    [InlineData("", "secret-missing")]
    [InlineData("other=" + Key, "secret-missing")]
    [InlineData("things=not base64 at all", "secret-unreadable")]
    [InlineData("things=" + "c2hvcnQgc2VjcmV0", "secret-too-short")]
    public async Task A_run_without_a_proper_key_is_held_and_names_the_key(string file, string code)
    {
        var session = Session();
        Assert.Equal(ExitCodes.Held, await session.RunAsync(Run(file, "held")));

        Assert.Contains($"[{code}", session.Output, StringComparison.Ordinal);
        Assert.Contains("key things", session.Output, StringComparison.Ordinal);
        AssertSilent(session, file);
    }

    [Theory]
    [InlineData(Key, 1)]
    [InlineData("things=" + Key + "\n=" + Other, 2)]
    [InlineData("things=", 1)]
    [InlineData("# twice\nthings=" + Key + "\nthings=" + Other, 3)]
    public async Task A_line_that_is_no_key_is_refused_by_its_number(string file, int line)
    {
        // Base64 ends in =, so that a key alone on a line looks like a name without a key.
        var session = Session();
        Assert.NotEqual(ExitCodes.Done, await session.RunAsync(Run(file, "refused")));

        Assert.Contains("[secrets-file]", session.Error, StringComparison.Ordinal);
        Assert.Contains($"keys.txt, line {line}", session.Error, StringComparison.Ordinal);
        AssertSilent(session, file);
    }

    private static Session Session() => new(new PipelinePublisher(TimeProvider.System));

    private static void AssertSilent(Session session, string file)
    {
        var keys = file.Split(['\n', '=', ' '], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 10);
        Assert.All(keys, key => Assert.DoesNotContain(key, session.Output + session.Error, StringComparison.Ordinal));
    }

    private string[] Run(string secrets, string to)
    {
        var rows = Enumerable.Range(0, 240).Select(i => $"{(char)('A' + (i * i % 7 % 5))},{(i % 3 == 0 ? "f" : "m")}\n");
        return
        [
            "run", _scratch.Write("things.csv", "area,sex\n" + string.Concat(rows)), "--policy", _scratch.Write("policy.yaml", Policy),
            "--edition", "2026-10", "--to", Path.Combine(_scratch.Folder, to), "--secrets", _scratch.Write("keys.txt", secrets),
        ];
    }

    private async Task<string> PublishedAsync(string secrets, string to, string? environment = null)
    {
        var session = Session();
        if (environment is not null)
        {
            session.Settings["PUBLISH_SECRET_THINGS"] = environment;
        }

        Assert.True(await session.RunAsync(Run(secrets, to)) == ExitCodes.Done, session.Output + session.Error);
        AssertSilent(session, secrets + "\n" + environment);
        var folder = Path.Combine(_scratch.Folder, to);
        Assert.All(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Key, File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal));
        return File.ReadAllText(Directory.EnumerateFiles(folder, "things.csv", SearchOption.AllDirectories).First());
    }
}
