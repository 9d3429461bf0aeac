namespace Publish.Storage.Tests;

public sealed class FolderPlaceTests : PlaceTests
{
    private static readonly BlobName Version = new("data/northshire/roads/2026/v1.0.0");
    private readonly string _folder = Directory.CreateTempSubdirectory("publish-storage-").FullName;

    [Fact]
    public async Task What_a_killed_writer_left_is_replaced_and_never_seen_under_the_final_name()
    {
        var place = OpenFolder();
        var left = Path.Combine(Path.GetDirectoryName(place.PathOf(Version))!, ".writing-v1.0.0");
        Directory.CreateDirectory(left);
        await File.WriteAllTextAsync(Path.Combine(left, "half.csv"), "half");
        Stage(("a.csv", "a"));
        Assert.True(await place.TryPutFolderAsync(Version, Staged, default));
        Assert.Equal(["a.csv"], Directory.GetFiles(place.PathOf(Version)).Select(Path.GetFileName));
        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public async Task What_killed_writers_left_is_no_blob_and_is_removed_and_what_a_living_one_writes_is_not()
    {
        var place = OpenFolder();
        var left = Path.Combine(Path.GetDirectoryName(place.PathOf(Version))!, ".writing-v1.0.0");
        Directory.CreateDirectory(left);
        await File.WriteAllTextAsync(Path.Combine(left, "half.csv"), "half");
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(left)!, ".writing-latest.json"), "half");
        Assert.Null(await place.FindAsync(new BlobName("data/northshire/roads/2026/.writing-latest.json"), default));
        Assert.Null(await place.OpenReadAsync(new BlobName("data/northshire/roads/2026/.writing-v1.0.0/half.csv"), default));
        Assert.Empty(await NamesAsync(place, "data/"));

        // A living writer waits for its content, half of which is written.
        var slow = new System.IO.Pipelines.Pipe();
        await slow.Writer.WriteAsync(new byte[] { 1 });
        var name = new BlobName("data/northshire/roads/2026/slow.csv");
        var writing = place.TryWriteAsync(name, slow.Reader.AsStream(), BlobWrite.New, default);
        while (!File.Exists(Path.Combine(Path.GetDirectoryName(left)!, ".writing-slow.csv")))
        {
            await Task.Delay(5);
        }

        Assert.Equal(2, place.RemoveUnfinished(default));
        await slow.Writer.CompleteAsync();
        Assert.True(await writing);
        Assert.Equal([name.Value], await NamesAsync(place, "data/"));
        Assert.Equal(0, place.RemoveUnfinished(default));
    }

    [Fact]
    public async Task Nothing_but_blobs_lies_in_the_place_after_writing()
    {
        var place = OpenFolder();
        var name = Root.Below("a.json");
        await place.TryWriteAsync(name, [1], BlobWrite.New with { Metadata = new Dictionary<string, string> { ["a"] = "b" } }, default);
        Assert.Equal([place.PathOf(name)], Directory.GetFiles(Path.Combine(_folder, "public"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_that_someone_put_there_is_a_blob_and_nothing_is_noted_of_it()
    {
        var place = OpenFolder();
        var name = Root.Below("a.csv");
        await place.TryWriteAsync(name, [1], BlobWrite.New with { Metadata = new Dictionary<string, string> { ["a"] = "b" } }, default);
        await File.WriteAllTextAsync(place.PathOf(name), "by hand");
        var stat = (await place.FindAsync(name, default))!;
        Assert.Equal(7, stat.Length);
        Assert.Empty(stat.Metadata);
    }

    [Fact]
    public async Task A_link_is_no_blob()
    {
        var place = OpenFolder();
        var secret = Path.Combine(_folder, "secret");
        await File.WriteAllTextAsync(secret, "secret");
        Directory.CreateDirectory(place.PathOf(Root));
        File.CreateSymbolicLink(place.PathOf(Root.Below("a.csv")), secret);
        Assert.Null(await place.OpenReadAsync(Root.Below("a.csv"), default));
        Assert.Null(await place.FindAsync(Root.Below("a.csv"), default));
        await foreach (var entry in place.ListAsync(Root.Value + "/", default))
        {
            Assert.Fail(entry.Name);
        }
    }

    protected override IPublicPlace Open() => OpenFolder();

    protected override void Clean() => Directory.Delete(_folder, recursive: true);

    private FolderPlace OpenFolder() => new(Path.Combine(_folder, "public"), Path.Combine(_folder, "private", "locks"));

    private static async Task<IReadOnlyList<string>> NamesAsync(FolderPlace place, string prefix)
    {
        var names = new List<string>();
        await foreach (var entry in place.ListAsync(prefix, default))
        {
            names.Add(entry.Name);
        }

        return names;
    }
}
