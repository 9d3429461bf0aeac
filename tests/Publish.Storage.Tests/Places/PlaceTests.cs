using System.Security.Cryptography;
using System.Text;

namespace Publish.Storage.Tests;

/// <summary>What every place promises, whatever it is made of.</summary>
public abstract partial class PlaceTests : IDisposable
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
