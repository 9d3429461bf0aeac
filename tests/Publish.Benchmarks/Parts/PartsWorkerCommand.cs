using System.CommandLine;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Storage;

namespace Publish.Benchmarks.Parts;

/// <summary><c>parts-worker</c>: one worker process of <see cref="PartsCommand"/>; it sweeps until the folder has its receipt.</summary>
internal static class PartsWorkerCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "parts-worker";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The file that a worker writes when the tables of all parts are there.</summary>
    /// <param name="temporary">The worker's temporary folder.</param>
    public static string ReadMark(string temporary) => temporary + ".read";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var endpoint = new Argument<string>("ENDPOINT");
        var edition = new Argument<string>("EDITION");
        var temporary = new Argument<string>("FOLDER");
        var command = new Command(Name, "One worker of 'parts'.") { endpoint, edition, temporary };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(
            new Uri(parsed.GetRequiredValue(endpoint)), parsed.GetRequiredValue(edition), parsed.GetRequiredValue(temporary), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Uri endpoint, string edition, string temporary, CancellationToken cancellation)
    {
        var places = StoragePlaces.OfEmulator(endpoint);
        var settings = new WorkerSettings { TemporaryFolder = temporary, Threads = 1 };
        var context = new OperationContext(places.Private, places.PlaceOf, settings, TimeProvider.System, new ReadingWatch(ReadMark(temporary)));
        while (true)
        {
            await new Sweep(context).RunAsync(cancellation).ConfigureAwait(false);
            await foreach (var record in new UploadLedger(places.Private).AllAsync($"benchmark/claims/{edition}", cancellation).ConfigureAwait(false))
            {
                if (record.State is UploadState.Published or UploadState.Held or UploadState.Rejected or UploadState.Poisoned)
                {
                    return record.State == UploadState.Published ? 0 : 1;
                }
            }

            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
        }
    }
}
