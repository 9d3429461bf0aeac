using System.Text;

namespace Publish.Storage.Tests;

public sealed class FolderPlaceTests : IDisposable
{
    private static readonly BlobName Pointer = new("data/northshire/roads/2026/latest.json");
    private static readonly BlobName Version = new("data/northshire/roads/2026/v1.0.0");
    private readonly string _folder = Directory.CreateTempSubdirectory("publish-storage-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_missing_blob_has_no_stream_and_no_tag()
    {
        var place = Open();
        Assert.Null(await place.OpenReadAsync(Pointer, default));
        Assert.Null(await place.FindTagAsync(Pointer, default));
    }

    [Fact]
    public async Task A_blob_reads_back_as_it_was_written()
    {
        var place = Open();
        Assert.True(await place.TryWriteAsync(Pointer, Bytes("one"), null, default));
        Assert.Equal("one", await Read(place, Pointer));
    }

    [Fact]
    public async Task A_blob_that_must_be_new_is_not_overwritten()
    {
        var place = Open();
        await place.TryWriteAsync(Pointer, Bytes("one"), null, default);
        Assert.False(await place.TryWriteAsync(Pointer, Bytes("two"), null, default));
        Assert.Equal("one", await Read(place, Pointer));
    }

    [Fact]
    public async Task A_write_against_a_stale_tag_does_not_happen()
    {
        var place = Open();
        await place.TryWriteAsync(Pointer, Bytes("one"), null, default);
        var tag = await place.FindTagAsync(Pointer, default);
        Assert.True(await place.TryWriteAsync(Pointer, Bytes("two"), tag, default));
        Assert.False(await place.TryWriteAsync(Pointer, Bytes("three"), tag, default));
        Assert.Equal("two", await Read(place, Pointer));
    }

    [Fact]
    public async Task Of_twenty_writers_that_expect_nothing_there_one_wins()
    {
        var writers = Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
            await Open().TryWriteAsync(Pointer, Bytes($"{i}"), null, default)));
        Assert.Single(await Task.WhenAll(writers), won => won);
    }

    [Fact]
    public async Task A_folder_is_put_in_place_once_and_whole()
    {
        var place = Open();
        var staged = Directory.CreateDirectory(Path.Combine(_folder, "staged")).FullName;
        await File.WriteAllTextAsync(Path.Combine(staged, "a.csv"), "a");
        await File.WriteAllTextAsync(Path.Combine(staged, "b.csv"), "b");
        Assert.True(await place.TryPutFolderAsync(Version, staged, default));
        Assert.False(await place.TryPutFolderAsync(Version, staged, default));
        Assert.Equal(["a.csv", "b.csv"], Directory.GetFiles(place.PathOf(Version)).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task What_a_killed_writer_left_is_replaced_and_never_seen_under_the_final_name()
    {
        var place = Open();
        var left = Path.Combine(Path.GetDirectoryName(place.PathOf(Version))!, ".writing-v1.0.0");
        Directory.CreateDirectory(left);
        await File.WriteAllTextAsync(Path.Combine(left, "half.csv"), "half");
        var staged = Directory.CreateDirectory(Path.Combine(_folder, "staged")).FullName;
        await File.WriteAllTextAsync(Path.Combine(staged, "a.csv"), "a");
        Assert.True(await place.TryPutFolderAsync(Version, staged, default));
        Assert.Equal(["a.csv"], Directory.GetFiles(place.PathOf(Version)).Select(Path.GetFileName));
        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public async Task Nothing_but_blobs_lies_in_the_place_after_writing()
    {
        var place = Open();
        await place.TryWriteAsync(Pointer, Bytes("one"), null, default);
        Assert.Equal([place.PathOf(Pointer)], Directory.GetFiles(Path.Combine(_folder, "public"), "*", SearchOption.AllDirectories));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<string> Read(FolderPlace place, BlobName name)
    {
        using var reader = new StreamReader((await place.OpenReadAsync(name, default))!);
        return await reader.ReadToEndAsync();
    }

    private FolderPlace Open() => new(Path.Combine(_folder, "public"), Path.Combine(_folder, "private", "locks"));
}
