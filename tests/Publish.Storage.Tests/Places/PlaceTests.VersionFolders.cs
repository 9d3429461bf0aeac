namespace Publish.Storage.Tests;

/// <summary>What a place promises of the folders of versions.</summary>
public abstract partial class PlaceTests
{
    [Fact]
    public async Task A_folder_is_put_in_place_and_putting_it_again_changes_nothing()
    {
        var folder = Root.Below("2026/v1.0.0");
        Stage(("a.csv", "a"), ("SHA256SUMS", "b"));
        Assert.True(await Open().TryPutFolderAsync(folder, _staged, default));
        var before = await ListAsync(folder.Value + "/");
        Assert.True(await Open().TryPutFolderAsync(folder, _staged, default));
        Assert.Equal(before, await ListAsync(folder.Value + "/"));
        Assert.Equal([folder.Below("SHA256SUMS").Value, folder.Below("a.csv").Value], before.Select(e => e.Name));
    }

    [Theory]
    [InlineData("a.csv", "other")]
    [InlineData("b.csv", "one more")]
    public async Task A_folder_with_other_files_is_left_as_it_is(string name, string content)
    {
        var folder = Root.Below("2026/v1.0.0");
        Stage(("a.csv", "a"), (name, content));
        Assert.True(await Open().TryPutFolderAsync(folder, _staged, default));
        var before = await ListAsync(folder.Value + "/");
        File.Delete(Path.Combine(_staged, name));
        Stage(("a.csv", "a"));
        Assert.False(await Open().TryPutFolderAsync(folder, _staged, default));
        Assert.Equal(before, await ListAsync(folder.Value + "/"));
    }

    [Fact]
    public async Task Of_twenty_that_put_one_folder_all_are_told_that_it_is_there()
    {
        var folder = Root.Below("2026/v1.0.0");
        Stage(("a.csv", "a"), ("b.csv", "b"), ("SHA256SUMS", "c"));
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Open().TryPutFolderAsync(folder, _staged, default))));
        Assert.All(all, Assert.True);
        Assert.Equal(3, (await ListAsync(folder.Value + "/")).Count);
    }
}
