using Publish.Codes;
using Publish.Pipeline;
using Publish.Pipeline.Receipts;

namespace Publish.Cli.Tests;

public sealed class UploadCommandTests : IDisposable
{
    private const string Secret = "Jane Doe";
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private string[] Check(params string[] more) =>
        ["check", _scratch.Touch("upload.csv"), "--policy", _scratch.Touch("policy.yaml"), "--edition", "2026", .. more];

    private string[] Run(params string[] more) =>
        ["run", .. Check()[1..], "--to", Path.Combine(_scratch.Folder, "out"), .. more];

    [Theory]
    [InlineData("Accepted", ExitCodes.Done)]
    [InlineData("Rejected", ExitCodes.Rejected)]
    [InlineData("Held", ExitCodes.Held)]
    public async Task The_exit_code_is_the_verdict_of_a_run_and_of_a_check(string verdict, int code)
    {
        var receipt = Some.Receipt(Enum.Parse<Verdict>(verdict));
        Assert.Equal(code, await new Session(new FakePublisher { Answer = _ => receipt }).RunAsync(Run()));
        Assert.Equal(code, await new Session(new FakePublisher { Answer = _ => receipt }).RunAsync(Check()));
    }

    [Fact]
    public async Task Json_is_the_receipt_and_nothing_else()
    {
        var session = new Session(new FakePublisher { Answer = _ => Some.Receipt(Verdict.Rejected) });
        await session.RunAsync(Run("--json"));
        var receipt = ReceiptJson.Read(System.Text.Encoding.UTF8.GetBytes(session.Output));
        Assert.Equal("receipt-1", receipt.Id);
    }

    [Fact]
    public async Task Text_starts_with_the_verdict()
    {
        var session = new Session();
        await session.RunAsync(Run());
        Assert.StartsWith("ACCEPTED", session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_gets_its_options_and_a_check_keeps_nothing()
    {
        var publisher = new FakePublisher();
        var session = new Session(publisher);
        await session.RunAsync(Run("--threads", "3", "--memory", "128MiB"));
        await session.RunAsync(Check());
        Assert.Equal(3, publisher.Settings[0].Threads);
        Assert.Equal(128L << 20, publisher.Settings[0].MemoryLimitBytes);
        Assert.Equal(512L << 20, publisher.Settings[1].MemoryLimitBytes);
        Assert.Equal([false, true], publisher.Requests.Select(request => request.CheckOnly));
        Assert.Equal("2026", publisher.Requests[0].Edition);
    }

    [Fact]
    public async Task Temporary_files_are_private_and_gone_at_the_end()
    {
        UnixFileMode? mode = null;
        var publisher = new FakePublisher
        {
            Answer = _ =>
            {
                var folder = Assert.Single(Directory.GetDirectories(Path.Combine(_scratch.Folder, "out/private/temporary")));
                mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(folder);
                return Some.Receipt(Verdict.Accepted);
            },
        };
        Assert.Equal(ExitCodes.Done, await new Session(publisher).RunAsync(Run()));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_scratch.Folder, "out/private/temporary")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, mode);
        }
    }

    [Fact]
    public async Task What_a_killed_run_left_is_removed_and_what_a_living_one_holds_is_not()
    {
        var temporary = Path.Combine(_scratch.Folder, "out/private/temporary");
        var dead = Directory.CreateDirectory(Path.Combine(temporary, "publish-dead")).FullName;
        await File.WriteAllTextAsync(Path.Combine(dead, "lock"), "");
        var alive = Directory.CreateDirectory(Path.Combine(temporary, "publish-alive")).FullName;
        await using (new FileStream(Path.Combine(alive, "lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            await new Session().RunAsync(Run());
        }

        Assert.Equal([alive], Directory.GetDirectories(temporary));
    }

    [Fact]
    public async Task Piped_output_has_no_control_characters_and_few_lines_of_progress()
    {
        var session = new Session();
        await session.RunAsync(Run());
        Assert.DoesNotContain(session.Output + session.Error, c => char.IsControl(c) && c is not ('\n' or '\r'));
        Assert.InRange(session.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 10);
        Assert.Contains("done in", session.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_exception_shows_its_type_and_never_its_message()
    {
        var session = new Session(new FakePublisher { Answer = _ => throw new InvalidOperationException(Secret) });
        Assert.Equal(ExitCodes.Failed, await session.RunAsync(Check()));
        Assert.Contains("System.InvalidOperationException", session.Error, StringComparison.Ordinal);
        Assert.Contains("[internal-error]", session.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, session.Error + session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_system_shows_its_type_and_never_its_message()
    {
        var session = new Session(new FakePublisher { Answer = _ => throw new AggregateException(new IOException(Secret)) });
        Assert.Equal(ExitCodes.Failed, await session.RunAsync(Check()));
        Assert.Contains("[system-refused]", session.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, session.Error + session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coded_exception_shows_its_findings()
    {
        var session = new Session(new FakePublisher { Answer = _ => throw new CodedException(Some.Code, "row 7") });
        Assert.Equal(ExitCodes.Failed, await session.RunAsync(Check()));
        Assert.Contains("row 7: Something is wrong. Mend it. [some-code]", session.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_run_ends_with_130_and_leaves_no_temporary_files()
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Cancelled, await session.RunAsync(new CancellationToken(true), Run()));
        Assert.Contains("[stopped]", session.Error, StringComparison.Ordinal);
        var temporary = Path.Combine(_scratch.Folder, "out/private/temporary");
        Assert.True(!Directory.Exists(temporary) || Directory.GetFileSystemEntries(temporary).Length == 0);
    }
}
