using System.Collections.Concurrent;
using System.Diagnostics;

namespace Publish.EndToEnd.Serving;

/// <summary>The program in a process of its own.</summary>
internal sealed class PublishProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PublishProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All it has written, line by line.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts it.</summary>
    /// <param name="temporary">Where it finds the folder of temporary files.</param>
    /// <param name="folder">Where it works, or <see langword="null"/> for where the tests do.</param>
    /// <param name="arguments">The command line.</param>
    public static PublishProcess Start(string temporary, string? folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "publish.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        start.Environment["TMPDIR"] = temporary;
        return new PublishProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the host says that it serves.</summary>
    public async Task ServingAsync()
    {
        await Task.WhenAny(_serving.Task, _process.WaitForExitAsync()).WaitAsync(Patience);
        Assert.True(_serving.Task.IsCompleted, "The host ended:\n" + Output);
    }

    /// <summary>SIGKILL: no warning, no time to put anything away.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    public async Task<int> TerminateAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        return await EndAsync();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
            if (line.StartsWith("The public site is at", StringComparison.Ordinal))
            {
                _serving.TrySetResult();
            }
        }
    }
}
