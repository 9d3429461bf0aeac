namespace Publish.Storage.Tests;

/// <summary>What a place promises writers who expect something to be there, and of several the one that wins.</summary>
public abstract partial class PlaceTests
{
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
}
