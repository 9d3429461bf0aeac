using System.Security.Cryptography;
using System.Text;

namespace Publish.Storage.Tests;

/// <summary>What every place promises, whatever it is made of.</summary>
public abstract class PlaceTests : IDisposable
{
    private readonly string _staged = Directory.CreateTempSubdirectory("publish-staged-").FullName;

    /// <summary>The place, empty below <see cref="Root"/>; opened anew by each caller, as by another process.</summary>
    protected abstract IPublicPlace Open();

    /// <summary>A name of this test's own.</summary>
    protected BlobName Root { get; } = new("data/" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));

    private BlobName Name => Root.Below("northshire/roads/2026/latest.json");

    public void Dispose()
    {
        Directory.Delete(_staged, recursive: true);
        Clean();
        GC.SuppressFinalize(this);
    }

    protected virtual void Clean()
    {
    }

    [Fact]
    public async Task A_missing_blob_has_no_stream_and_no_stat()
    {
        Assert.Null(await Open().OpenReadAsync(Name, default));
        Assert.Null(await Open().FindAsync(Name, default));
    }

    [Fact]
    public async Task A_blob_reads_back_as_it_was_written()
    {
        Assert.True(await WriteAsync("one", BlobWrite.New));
        Assert.Equal("one", await ReadAsync());
    }

    [Fact]
    public async Task A_small_blob_can_be_read_whole_however_often_it_is_replaced()
    {
        await WriteAsync("one", BlobWrite.New);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await WriteAsync(i % 2 == 0 ? "another" : "one", BlobWrite.Any);
            }
        });
        while (!writing.IsCompleted)
        {
            Assert.Contains(Encoding.UTF8.GetString((await Open().ReadAsync(Name, default))!), new[] { "one", "another" });
        }

        await writing;
    }

    [Fact]
    public async Task An_empty_blob_is_a_blob()
    {
        Assert.True(await WriteAsync("", BlobWrite.New));
        Assert.Equal("", await ReadAsync());
        Assert.Equal(0, (await Open().FindAsync(Name, default))!.Length);
    }

    [Fact]
    public async Task A_stat_tells_the_length_and_what_was_noted()
    {
        await WriteAsync("four", BlobWrite.New with { Metadata = new Dictionary<string, string> { ["sender"] = "Some Person" } });
        var stat = (await Open().FindAsync(Name, default))!;
        Assert.Equal(4, stat.Length);
        Assert.Equal("Some Person", stat.Metadata["Sender"]);
        Assert.InRange(stat.LastModified, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
    }

    [Fact]
    public async Task What_was_noted_goes_with_the_content_it_was_noted_of()
    {
        await WriteAsync("one", BlobWrite.New with { Metadata = new Dictionary<string, string> { ["sender"] = "A" } });
        await WriteAsync("two", BlobWrite.Any);
        Assert.Empty((await Open().FindAsync(Name, default))!.Metadata);
    }

    [Fact]
    public async Task A_blob_that_must_be_new_is_not_overwritten()
    {
        await WriteAsync("one", BlobWrite.New);
        Assert.False(await WriteAsync("two", BlobWrite.New));
        Assert.Equal("one", await ReadAsync());
    }

    [Fact]
    public async Task A_write_against_a_stale_tag_does_not_happen()
    {
        await WriteAsync("one", BlobWrite.New);
        var tag = await Open().FindTagAsync(Name, default);
        Assert.True(await WriteAsync("two", new BlobWrite(tag)));
        Assert.False(await WriteAsync("six", new BlobWrite(tag)));
        Assert.Equal("two", await ReadAsync());
    }

    [Fact]
    public async Task A_write_against_the_tag_of_a_blob_that_is_gone_does_not_happen()
    {
        await WriteAsync("one", BlobWrite.New);
        var tag = (await Open().FindTagAsync(Name, default))!;
        Assert.True(await Open().TryDeleteAsync(Name, tag, default));
        Assert.False(await WriteAsync("two", new BlobWrite(tag)));
        Assert.Null(await Open().FindAsync(Name, default));
    }

    [Fact]
    public async Task The_same_content_written_again_has_another_tag_even_at_once()
    {
        var tags = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            await WriteAsync("one", BlobWrite.Any);
            tags.Add((await Open().FindTagAsync(Name, default))!);
            if (i % 5 == 4)
            {
                await Open().TryDeleteAsync(Name, BlobWrite.AnyTag, default);
            }
        }

        Assert.Equal(20, tags.Count);
    }

    [Fact]
    public async Task Of_twenty_writers_that_expect_nothing_there_one_wins()
    {
        var writers = Enumerable.Range(0, 20).Select(i => Task.Run(() => WriteAsync($"{i}", BlobWrite.New)));
        Assert.Single(await Task.WhenAll(writers), won => won);
    }

    [Fact]
    public async Task Of_twenty_writers_that_expect_one_tag_one_wins()
    {
        await WriteAsync("one", BlobWrite.New);
        var tag = await Open().FindTagAsync(Name, default);
        var writers = Enumerable.Range(0, 20).Select(i => Task.Run(() => WriteAsync($"{i}", new BlobWrite(tag))));
        Assert.Single(await Task.WhenAll(writers), won => won);
    }

    [Fact]
    public async Task A_delete_against_a_stale_tag_does_not_happen()
    {
        await WriteAsync("one", BlobWrite.New);
        var tag = (await Open().FindTagAsync(Name, default))!;
        await WriteAsync("two", BlobWrite.Any);
        Assert.False(await Open().TryDeleteAsync(Name, tag, default));
        Assert.Equal("two", await ReadAsync());
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_done()
    {
        Assert.True(await Open().TryDeleteAsync(Name, BlobWrite.AnyTag, default));
        Assert.True(await Open().TryDeleteAsync(Name, "\"0x8DEADBEEF\"", default));
    }

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

    private async Task<List<string>> FoldersAsync(string prefix)
    {
        var folders = new List<string>();
        await foreach (var folder in Open().ListFoldersAsync(prefix, default))
        {
            folders.Add(folder);
        }

        return folders;
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

    [Fact]
    public async Task A_copy_has_the_content_and_what_was_noted_under_its_own_condition()
    {
        var copy = Root.Below("copy.json");
        await WriteAsync("one", BlobWrite.New with { Metadata = new Dictionary<string, string> { ["sender"] = "A" } });
        Assert.True(await Open().TryCopyAsync(Name, copy, null, default));
        Assert.Equal("one"u8.ToArray(), await Open().ReadAsync(copy, default));
        Assert.Equal("A", (await Open().FindAsync(copy, default))!.Metadata["sender"]);

        Assert.False(await Open().TryCopyAsync(Name, copy, null, default));
        await WriteAsync("two", BlobWrite.Any);
        Assert.True(await Open().TryCopyAsync(Name, copy, await Open().FindTagAsync(copy, default), default));
        Assert.Equal("two"u8.ToArray(), await Open().ReadAsync(copy, default));
        Assert.False(await Open().TryCopyAsync(Root.Below("missing"), copy, BlobWrite.AnyTag, default));
    }

    [Fact]
    public async Task A_turn_has_one_holder_until_it_is_ended()
    {
        var name = Root.Below("turn");
        var held = await Open().TryLeaseAsync(name, TimeSpan.FromSeconds(15), default);
        Assert.NotNull(held);
        Assert.Null(await Open().TryLeaseAsync(name, TimeSpan.FromSeconds(15), default));
        Assert.True(await held.TryRenewAsync(default));
        await held.DisposeAsync();
        await using var next = await Open().TryLeaseAsync(name, TimeSpan.FromSeconds(15), default);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task A_large_blob_goes_in_and_out_as_a_stream()
    {
        const int Length = 20_000_003;
        using var content = new PatternStream(Length);
        Assert.True(await Open().TryWriteAsync(Name, content, BlobWrite.New, default));
        await using var read = (await Open().OpenReadAsync(Name, default))!;
        Assert.Equal(Length, read.Length);
        using var expected = new PatternStream(Length);
        Assert.Equal(await SHA256.HashDataAsync(expected), await SHA256.HashDataAsync(read));
    }

    [Fact]
    public async Task A_reader_meets_one_content_or_is_told_that_it_changed()
    {
        const int Length = 20_000_003;
        using (var content = new PatternStream(Length))
        {
            await Open().TryWriteAsync(Name, content, BlobWrite.New, default);
        }

        await using var read = (await Open().OpenReadAsync(Name, default))!;
        var head = new byte[1000];
        await read.ReadExactlyAsync(head);
        await WriteAsync("other", BlobWrite.Any);
        try
        {
            using var all = new MemoryStream();
            await read.CopyToAsync(all);
            using var expected = new PatternStream(Length);
            Assert.Equal(await SHA256.HashDataAsync(expected), SHA256.HashData([.. head, .. all.ToArray()]));
        }
        catch (BlobChangedException)
        {
            // As promised.
        }
    }

    [Fact]
    public async Task A_stream_that_fails_leaves_what_was_there()
    {
        await WriteAsync("one", BlobWrite.New);
        using var failing = new PatternStream(20_000_000, failAt: 9_000_000);
        await Assert.ThrowsAnyAsync<IOException>(() => Open().TryWriteAsync(Name, failing, BlobWrite.Any, default));
        Assert.Equal("one", await ReadAsync());
        Assert.Equal([Name.Value], (await ListAsync(Root.Value + "/")).Select(entry => entry.Name));
    }

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

    protected void Stage(params (string Name, string Content)[] files)
    {
        foreach (var (name, content) in files)
        {
            File.WriteAllText(Path.Combine(_staged, name), content);
        }
    }

    protected string Staged => _staged;

    private Task<bool> WriteAsync(string text, BlobWrite write) =>
        Open().TryWriteAsync(Name, Encoding.UTF8.GetBytes(text), write, default);

    private async Task<string> ReadAsync() => Encoding.UTF8.GetString((await Open().ReadAsync(Name, default))!);

    private async Task<List<BlobEntry>> ListAsync(string prefix)
    {
        var entries = new List<BlobEntry>();
        await foreach (var entry in Open().ListAsync(prefix, default))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
