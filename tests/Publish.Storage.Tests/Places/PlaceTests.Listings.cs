namespace Publish.Storage.Tests;

/// <summary>What a place promises of listings.</summary>
public abstract partial class PlaceTests
{
    [Fact]
    public async Task A_listing_has_what_lies_below_in_ordinal_order()
    {
        string[] names = ["b/a.csv", "b-c/a.csv", "b.csv", "a/z", "a", "B"];
        foreach (var name in names.Where(n => n != "a"))
        {
            await Open().TryWriteAsync(Root.Below(name), [1], BlobWrite.New, default);
        }

        Assert.Equal(
            names.Where(n => n != "a").Select(n => Root.Below(n).Value).Order(StringComparer.Ordinal),
            (await ListAsync(Root.Value + "/")).Select(entry => entry.Name));
        Assert.Equal([Root.Below("b/a.csv").Value], (await ListAsync(Root.Value + "/b/")).Select(entry => entry.Name));
    }

    [Fact]
    public async Task A_listing_of_folders_has_each_once_and_no_file()
    {
        foreach (var name in new[] { "b/a.csv", "b/c/a.csv", "b-c/a.csv", "b.csv", "a/z" })
        {
            await Open().TryWriteAsync(Root.Below(name), [1], BlobWrite.New, default);
        }

        Assert.Equal(["a", "b", "b-c"], (await FoldersAsync(Root.Value + "/")).Order(StringComparer.Ordinal));
        Assert.Equal(["c"], await FoldersAsync(Root.Value + "/b/"));
        Assert.Empty(await FoldersAsync(Root.Value + "/nothing/"));
    }

    [Fact]
    public async Task A_listing_tells_the_tags_that_a_look_up_tells()
    {
        await WriteAsync("four", BlobWrite.New);
        var entry = Assert.Single(await ListAsync(Root.Value + "/"));
        var stat = (await Open().FindAsync(Name, default))!;
        Assert.Equal((stat.Tag, stat.Length), (entry.Tag, entry.Length));
    }

    [Fact]
    public async Task Nothing_lies_below_a_prefix_where_nothing_was_written() =>
        Assert.Empty(await ListAsync(Root.Value + "/nothing/"));

    private async Task<List<string>> FoldersAsync(string prefix)
    {
        var folders = new List<string>();
        await foreach (var folder in Open().ListFoldersAsync(prefix, default))
        {
            folders.Add(folder);
        }

        return folders;
    }
}
