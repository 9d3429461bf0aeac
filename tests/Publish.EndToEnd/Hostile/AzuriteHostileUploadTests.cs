using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Publish.Storage;

namespace Publish.EndToEnd.Hostile;

/// <summary>Hostile uploads in an account of a real Azurite.</summary>
public sealed class AzuriteHostileUploadTests(AzuriteServer azurite) : HostileUploadTests, IClassFixture<AzuriteServer>
{
    protected override IPrivatePlace Private => AzurePlace.Private(azurite.Account(Emulator.PrivateAccount));

    protected override IPublicPlace PlaceOf(string audience) => AzurePlace.Public(azurite.Account(Emulator.AccountOf(audience)));

    protected override async Task<bool> TryPutAnyAsync(string name, byte[] content)
    {
        // The service lists names with control characters encoded; the emulator takes them, and then cannot list the
        // container at all. An address with '..' is another blob's, which an uploader's signature is not for.
        if (name.Any(char.IsControl) || name.Split('/').Contains(".."))
        {
            return false;
        }

        try
        {
            var container = azurite.Account(Emulator.PrivateAccount).GetBlobContainerClient(Containers.Uploads);
            await container.GetBlobClient(name[(Containers.Uploads.Length + 1)..]).UploadAsync(new BinaryData(content), overwrite: true);
            return true;
        }
        catch (RequestFailedException)
        {
            return false;
        }
    }

    protected override async Task ClearAsync()
    {
        foreach (var account in new[] { Emulator.PrivateAccount, Emulator.AccountOf("public") })
        {
            var client = azurite.Account(account);
            await foreach (var container in client.GetBlobContainersAsync(BlobContainerTraits.None, BlobContainerStates.None))
            {
                await ClearAsync(client.GetBlobContainerClient(container.Name));
            }
        }
    }

    private static async Task ClearAsync(BlobContainerClient container)
    {
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions(), default))
        {
            await container.DeleteBlobIfExistsAsync(blob.Name);
        }
    }
}
