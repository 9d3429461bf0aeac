using System.Collections.Concurrent;
using Publish.Storage;

namespace Publish.Portal.Tests;

/// <summary>
/// A build reads of what is published only what changed since the last one, and whatever is left of that one, the site is
/// that of a whole build.
/// </summary>
public sealed class RebuildTests : IDisposable
{
    private readonly PublishedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_one_change_nothing_is_read_of_other_datasets_and_pages_that_do_not_show_it_are_left()
    {
        await BuildManyAsync();
        Change();
        var place = new ReadingPlace(_folder.Place);
        var report = await new SiteBuilder(place, _folder.Settings).BuildAsync(CancellationToken.None);

        Assert.Equal(1, report.Rebuilt);
        Assert.All(place.Read.Where(name => name.StartsWith("data/", StringComparison.Ordinal)), name => Assert.StartsWith("data/agency-1/set-01/", name, StringComparison.Ordinal));
        Assert.Contains("data/agency-1/set-01/2026-10/v1.0.0/datapackage.json", place.Read);
        Assert.DoesNotContain(place.Written, name => name.StartsWith("agencies/agency-0/", StringComparison.Ordinal) || name.StartsWith("a-to-z/a/", StringComparison.Ordinal));
        Assert.Contains("agencies/agency-1/index.html", place.Written);
        await AssertWholeAsync();
    }

    [Theory]
    [InlineData("catalog.jsonld")]
    [InlineData("feed.json")]
    [InlineData("feeds/2026-10.json")]
    [InlineData("site.json")]
    public async Task A_file_of_the_last_build_that_is_lost_or_spoilt_is_made_anew(string path)
    {
        foreach (var spoil in new Action<string>[] { File.Delete, file => File.WriteAllText(file, "{}"), file => File.AppendAllText(file, " ") })
        {
            await BuildManyAsync();
            spoil(Path.Combine(_folder.Root, path));
            Change();
            await _folder.BuildAsync();
            await AssertWholeAsync();
        }
    }

    [Fact]
    public async Task The_record_of_an_earlier_build_gives_the_same_site()
    {
        await BuildManyAsync();
        var stale = _folder.Read("site.json");
        _folder.Publish("agency-0", "set-02", "2026-11", day: 2);
        _folder.Withdraw("agency-0", "set-04", "2026-09", "A mistake.", day: 3);
        await _folder.BuildAsync();
        File.WriteAllText(Path.Combine(_folder.Root, "site.json"), stale);
        Change();
        await _folder.BuildAsync();
        await AssertWholeAsync();
    }

    // More versions than the newest feed has, many of them of one moment.
    [Fact]
    public async Task Feeds_that_are_fuller_than_their_bound_are_those_of_a_whole_build()
    {
        for (var i = 0; i < 60; i++)
        {
            _folder.Publish($"agency-{i % 2}", FormattableString.Invariant($"set-{i:D2}"), "2026-09", day: i / 20);
            _folder.Publish($"agency-{i % 2}", FormattableString.Invariant($"set-{i:D2}"), "2026-10", day: i / 20);
        }

        await _folder.BuildAsync();
        _folder.Publish("agency-1", "set-01", "2026-11", day: 1);
        await _folder.BuildAsync();
        _folder.Withdraw("agency-0", "set-02", "2026-09", "A mistake.", day: 9);
        await _folder.BuildAsync();
        await AssertWholeAsync();
    }

    [Fact]
    public async Task Archives_none_of_whose_entries_changed_are_neither_read_nor_written()
    {
        var place = await AfterMonthsAsync("B title 1");
        Assert.DoesNotContain(place.Read.Concat(place.Written), name => name.StartsWith("feeds/2026-09", StringComparison.Ordinal) || name.StartsWith("feeds/2026-10", StringComparison.Ordinal));
        Assert.Contains("feeds/2026-12.json", place.Written);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_new_title_is_in_every_archive_that_has_an_entry_of_the_dataset()
    {
        var place = await AfterMonthsAsync("Another title");
        Assert.Superset(
            new HashSet<string> { "feeds/2026-09.atom", "feeds/2026-09.json", "feeds/2026-10.json", "feeds/2026-11.json", "feeds/2026-12.json" },
            place.Written.ToHashSet(StringComparer.Ordinal));
        Assert.Contains("Another title", _folder.Read("feeds/2026-09.json"), StringComparison.Ordinal);
        await AssertWholeAsync();
    }

    // Editions in five months: the last is in the newest feed alone, the archive of the one before it changes.
    private async Task<ReadingPlace> AfterMonthsAsync(string title)
    {
        await BuildManyAsync();
        foreach (var (edition, day) in new[] { ("2026-06", -50), ("2026-07", -20), ("2026-08", 20) })
        {
            _folder.Publish("agency-1", "set-01", edition, day: day, title: "B title 1");
            _folder.Publish("agency-0", "set-02", edition, day: day, title: "C title 2");
        }

        _folder.Publish("agency-0", "set-04", "2026-10", day: 40, title: "B title 4");
        _folder.Publish("agency-0", "set-00", "2026-10", day: 70, title: "A title 0");
        await _folder.BuildAsync();
        _folder.Publish("agency-1", "set-01", "2026-11", day: 41, title: title);
        var place = new ReadingPlace(_folder.Place);
        await new SiteBuilder(place, _folder.Settings).BuildAsync(CancellationToken.None);
        return place;
    }

    private async Task BuildManyAsync()
    {
        Directory.CreateDirectory(_folder.Root);
        Directory.Delete(_folder.Root, recursive: true);
        for (var i = 0; i < 6; i++)
        {
            _folder.Publish($"agency-{i % 2}", FormattableString.Invariant($"set-{i:D2}"), "2026-09", day: i - 3, title: $"{(char)('A' + (i % 3))} title {i}");
        }

        await _folder.BuildAsync();
    }

    private void Change() => _folder.Publish("agency-1", "set-01", "2026-10", day: -2, title: "B title 1");

    // What nothing links to any more goes with the build after: so all builds are made twice.
    private async Task AssertWholeAsync()
    {
        await _folder.BuildAsync();
        var after = _folder.SiteFiles();
        File.Delete(Path.Combine(_folder.Root, "site.json"));
        await _folder.BuildAsync();
        await _folder.BuildAsync();
        Assert.Equal(after, _folder.SiteFiles());
    }

    /// <summary>A place that notes what is read and written.</summary>
    private sealed class ReadingPlace(FolderPlace inner) : DelegatingPlace(inner)
    {
        public ConcurrentBag<string> Read { get; } = [];

        public ConcurrentBag<string> Written { get; } = [];

        public override Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation)
        {
            Read.Add(name.Value);
            return base.OpenReadAsync(name, cancellation);
        }

        public override Task<bool> TryWriteAsync(BlobName name, Stream content, BlobWrite write, CancellationToken cancellation)
        {
            Written.Add(name.Value);
            return base.TryWriteAsync(name, content, write, cancellation);
        }
    }
}
