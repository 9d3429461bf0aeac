using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Publish.Storage;

namespace Publish.Tests;

/// <summary>A real Azurite on free ports, everything in its memory, stopped at the end of the tests that share it.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private Process? _process;

    /// <summary>The blob endpoint without an account's name.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1/");

    public async Task InitializeAsync()
    {
        // A port that was free can be taken before the server has it: then it ends at once, and another is tried.
        for (var attempt = 0; ; attempt++)
        {
            if (await TryStartAsync().ConfigureAwait(false))
            {
                break;
            }

            Assert.True(attempt < 5, "Azurite did not start.");
        }

        await Emulator.PrepareAsync(Endpoint, default).ConfigureAwait(false);
    }

    public Task DisposeAsync()
    {
        Stop();
        return Task.CompletedTask;
    }

    /// <summary>A client of an account.</summary>
    public BlobServiceClient Account(string name) => AzureAccounts.OpenEmulator(Endpoint, name);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> TryStartAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Repository.Root, "node_modules", "azurite", "dist", "src", "blob", "main.js"));
        foreach (var argument in new[] { "--silent", "--disableTelemetry", "--inMemoryPersistence", "--skipApiVersionCheck", "--blobPort", $"{port}" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_ACCOUNTS"] = Emulator.AccountsSetting;
        _process = Process.Start(start)!;
        _ = _process.StandardOutput.ReadToEndAsync();
        _ = _process.StandardError.ReadToEndAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        var waited = Stopwatch.StartNew();
        while (!_process.HasExited && waited.Elapsed < Patience)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port).ConfigureAwait(false);
                Endpoint = new Uri($"http://127.0.0.1:{port}");
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(50).ConfigureAwait(false);
            }
        }

        return false;
    }

    private void Stop()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            process.WaitForExit();
        }
    }
}
