using Azure;

namespace Publish.Storage.Tests;

public sealed class AzurePlaceTests(AzuriteServer azurite) : PlaceTests, IClassFixture<AzuriteServer>
{
    [Fact]
    public async Task A_half_put_folder_is_finished_by_putting_it_again()
    {
        var folder = Root.Below("2026/v1.0.0");
        Stage(("a.csv", "a"));
        await Open().TryPutFolderAsync(folder, Staged, default);
        Stage(("b.csv", "b"), ("SHA256SUMS", "c"));
        Assert.True(await Open().TryPutFolderAsync(folder, Staged, default));
        Assert.Equal("c"u8.ToArray(), await Open().ReadAsync(folder.Below("SHA256SUMS"), default));
    }

    [Fact]
    public async Task Readers_are_told_the_type_and_how_long_to_keep_it()
    {
        var folder = Root.Below("2026/v1.0.0");
        Stage(("a.csv", "a"));
        await Open().TryPutFolderAsync(folder, Staged, default);
        var headers = (await Audience().GetBlobContainerClient("data").GetBlobClient(folder.Below("a.csv").Value["data/".Length..]).GetPropertiesAsync()).Value;
        Assert.Equal("text/csv; charset=utf-8; header=present", headers.ContentType);
        Assert.Equal("max-age=86400", headers.CacheControl);
    }

    [Fact]
    public async Task What_is_not_data_lies_in_the_container_of_the_site()
    {
        var page = new BlobName(Root.Value["data/".Length..] + "/index.html");
        await Open().TryWriteAsync(page, [1], BlobWrite.New, default);
        Assert.True(await Audience().GetBlobContainerClient(Containers.Site).GetBlobClient(page.Value).ExistsAsync());
    }

    [Fact]
    public async Task A_private_place_has_no_room_for_names_outside_its_containers()
    {
        var place = AzurePlace.Private(azurite.Account(Emulator.PrivateAccount));
        Assert.True(await place.TryWriteAsync(new BlobName("ledger/" + Root.Value), [1], BlobWrite.New, default));
        var refused = await Assert.ThrowsAsync<StorageException>(() => place.TryWriteAsync(Root, [1], BlobWrite.New, default));
        Assert.Same(StorageCodes.ContainerMissing, refused.Code);
    }

    [Fact]
    public async Task Nobody_reads_the_private_account_without_a_credential()
    {
        var name = Root.Value["data/".Length..];
        var place = AzurePlace.Private(azurite.Account(Emulator.PrivateAccount));
        await place.TryWriteAsync(new BlobName("uploads/" + name), [1], BlobWrite.New, default);
        using var http = new HttpClient();
        var answer = await http.GetAsync(new Uri(azurite.Endpoint, $"{Emulator.PrivateAccount}/uploads/{name}"));
        Assert.False(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task An_account_without_its_containers_is_said_to_lack_them()
    {
        var account = azurite.Account(Emulator.AccountOf("agencies"));
        await account.GetBlobContainerClient("data").DeleteIfExistsAsync();
        var refused = await Assert.ThrowsAsync<StorageException>(() => AzurePlace.Public(account).TryWriteAsync(Root, [1], BlobWrite.New, default));
        Assert.Same(StorageCodes.ContainerMissing, refused.Code);
    }

    [Theory]
    [InlineData(503, "storage-unavailable")]
    [InlineData(500, "storage-unavailable")]
    [InlineData(403, "storage-denied")]
    public void A_failure_is_told_without_names_or_addresses(int status, string code)
    {
        var failure = Assert.IsType<StorageException>(Accounts.Answers.Failure(new RequestFailedException(status, "https://canary/uploads/canary")));
        Assert.Equal((code, status), (failure.Code.Id, failure.Status));
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    protected override IPublicPlace Open() => AzurePlace.Public(Audience());

    private Azure.Storage.Blobs.BlobServiceClient Audience() => azurite.Account(Emulator.AccountOf("public"));
}
