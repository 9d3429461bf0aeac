using System.Security.Cryptography;
using System.Text;

namespace Publish.Storage.Tests;

/// <summary>What a place promises of contents too large for memory, and of reading while they are written.</summary>
public abstract partial class PlaceTests
{
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
}
