using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Publish.Storage;

namespace Publish.Benchmarks.Parts;

/// <summary>An Azurite of the repository's own, everything in its memory, on a free port.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private EmulatorProcess(Process process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    /// <summary>Its blob endpoint.</summary>
    public Uri Endpoint { get; }

    /// <summary>User and system time it took so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="repository">The repository, whose npm packages are installed.</param>
    public static async Task<EmulatorProcess> StartAsync(string repository)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(repository, "node_modules", "azurite", "dist", "src", "blob", "main.js"));
        foreach (var argument in new[] { "--silent", "--disableTelemetry", "--inMemoryPersistence", "--skipApiVersionCheck", "--blobPort", $"{port}" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_ACCOUNTS"] = Emulator.AccountsSetting;
        var emulator = new EmulatorProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        _ = emulator._process.StandardOutput.ReadToEndAsync();
        _ = emulator._process.StandardError.ReadToEndAsync();
        await emulator.AwaitAsync(port).ConfigureAwait(false);
        await Emulator.PrepareAsync(emulator.Endpoint, default).ConfigureAwait(false);
        return emulator;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task AwaitAsync(int port)
    {
        var waited = Stopwatch.StartNew();
        while (!_process.HasExited && waited.Elapsed < Patience)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port).ConfigureAwait(false);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50).ConfigureAwait(false);
            }
        }

        throw new InvalidOperationException("Azurite did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
