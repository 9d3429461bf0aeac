using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Publish.Pipeline.Operations;
using Publish.Storage;

namespace Publish.Functions;

/// <summary>Called for each new upload.</summary>
/// <param name="context">What it works with.</param>
public sealed class UploadFunction(OperationContext context)
{
    /// <summary>The names of uploads. The last part takes what is below it too.</summary>
    public const string Path = Containers.Uploads + "/{agency}/{dataset}/{edition}/{file}";

    /// <summary>The settings that say where the private account is.</summary>
    public const string Connection = "PrivateStorage";

    /// <summary>Works on an upload.</summary>
    /// <param name="blob">The upload.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>A task that ends when the upload has its receipt, or another worker has it.</returns>
    [Function(nameof(OnUpload))]
    public Task RunAsync(
        [BlobTrigger(Path, Connection = Connection, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        CancellationToken cancellation) =>
        new OnUpload(context).RunAsync($"{Containers.Uploads}/{blob?.Name}", cancellation);
}
