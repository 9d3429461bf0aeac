using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Publish.EndToEnd.Fixtures;
using Publish.Storage;

namespace Publish.EndToEnd.Serving;

/// <summary>
/// A reader who polls all through: follows every pointer to its files and checks their digests, holds each version to
/// what it was when first seen, and follows the links of the site's pages, feeds and catalogue. What it must never meet is
/// noted: a link that leads nowhere while what links there stands as it was read.
/// </summary>
internal sealed partial class PollingReader(IPublicPlace place)
{
    private const string Dataset = $"data/{PolicyText.Agency}/{PolicyText.Dataset}/";
    private readonly ConcurrentDictionary<string, string> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _faults = [];
    private int _page;

    /// <summary>How often it polled.</summary>
    public int Polls { get; private set; }

    /// <summary>How many links of pages, feeds and the catalogue it followed.</summary>
    public int LinksFollowed { get; private set; }

    /// <summary>What it met that no reader may meet.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>The editions of which it saw a version.</summary>
    public IEnumerable<string> Editions => _seen.Keys.Select(name => name[Dataset.Length..].Split('/')[0]).Distinct();

    /// <summary>Polls until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await PollAsync();
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>Polls once.</summary>
    public async Task PollAsync()
    {
        Polls++;
        await FollowAsync(Dataset + "latest.json");
        if (await ReadAsync(Dataset + "history.json") is { } history)
        {
            using var json = JsonDocument.Parse(history);
            foreach (var version in json.RootElement.GetProperty("versions").EnumerateArray().Where(v => v.GetProperty("state").GetString() == "published"))
            {
                var edition = version.GetProperty("edition").GetString();
                await SumsAsync($"{Dataset}{edition}/{version.GetProperty("version").GetString()}/", history);
                await FollowAsync($"{Dataset}{edition}/latest.json");
            }
        }

        await LinksAsync();

        // What the site and a dataset have beside their pages is come to by these.
        string[] machines = ["feed.atom", "feed.json", "catalog.jsonld"];
        foreach (var file in (await FoldersAsync()).SelectMany(folder => machines.Select(name => folder + name)))
        {
            if (await ReadAsync(file) is { } content)
            {
                await FollowAsync(file, content, Addresses());
            }
        }
    }

    private async Task<IReadOnlyList<string>> FoldersAsync()
    {
        var folders = new List<string>();
        foreach (var folder in new[] { "", Portal(Dataset) })
        {
            if (await place.FindAsync(new BlobName(folder + "index.html"), default) is not null)
            {
                folders.Add(folder);
            }
        }

        return folders;
    }

    private static string Portal(string dataset) => "datasets/" + dataset["data/".Length..];

    private async Task FollowAsync(string pointer)
    {
        if (await ReadAsync(pointer) is not { } content)
        {
            return;
        }

        using var json = JsonDocument.Parse(content);
        if (json.RootElement.TryGetProperty("files", out var files))
        {
            foreach (var file in files.EnumerateArray())
            {
                var name = pointer[..(pointer.LastIndexOf('/') + 1)] + file.GetProperty("url").GetString();
                await HoldAsync(name, file.GetProperty("sha256").GetString()!, pointer, content);
            }
        }
    }

    // What history tells of is whole, whether a pointer leads there yet or not.
    private async Task SumsAsync(string folder, byte[] history)
    {
        if (await ReadAsync(folder + "SHA256SUMS") is not { } sums)
        {
            await FaultAsync($"{folder} is in the history and has no list of files.", Dataset + "history.json", history);
            return;
        }

        foreach (var line in Encoding.UTF8.GetString(sums).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await HoldAsync(folder + line[66..], line[..64], Dataset + "history.json", history);
        }
    }

    private async Task HoldAsync(string name, string digest, string source, byte[] seen)
    {
        if (_seen.GetOrAdd(name, digest) != digest)
        {
            _faults.Add($"{name} has another digest than before.");
        }

        // Its bytes are read when it is new, then now and again; that it is there is asked each time.
        if (Polls % 10 == 0 || !_seen.ContainsKey("read:" + name))
        {
            var content = await ReadAsync(name);
            if (content is null || Convert.ToHexStringLower(SHA256.HashData(content)) != digest)
            {
                await FaultAsync($"{name} is {(content is null ? "missing" : "not whole")}: {source} leads to it.", source, seen);
            }

            _seen.TryAdd("read:" + name, digest);
        }
        else if (await place.FindAsync(new BlobName(name), default) is null)
        {
            await FaultAsync($"{name} is missing: {source} leads to it.", source, seen);
        }
    }

    // What was read may be superseded by now: then a reader asks again, and finds the way.
    private async Task FaultAsync(string fault, string source, byte[] seen)
    {
        if ((await ReadAsync(source))?.AsSpan().SequenceEqual(seen) == true)
        {
            _faults.Add(fault);
        }
    }

    private async Task LinksAsync()
    {
        if (await ReadAsync("sitemap.xml") is not { } sitemap)
        {
            return;
        }

        var pages = Locations().Matches(Encoding.UTF8.GetString(sitemap)).Select(match => new Uri(match.Groups[1].Value).AbsolutePath.TrimStart('/')).ToArray();
        var page = PageOf(pages[_page++ % pages.Length]);
        if (await ReadAsync(page) is not { } content)
        {
            _faults.Add($"{page} is missing: the sitemap names it.");
            return;
        }

        await FollowAsync(page, content, Links());
    }

    private async Task FollowAsync(string file, byte[] content, Regex links)
    {
        var site = new Uri("http://localhost:8080/");
        foreach (var target in links.Matches(Encoding.UTF8.GetString(content)).Select(match => new Uri(new Uri(site, file), match.Groups[1].Value)).Where(uri => uri.Host == site.Host).Distinct())
        {
            LinksFollowed++;
            var name = PageOf(Uri.UnescapeDataString(target.AbsolutePath).TrimStart('/'));
            if (await place.FindAsync(new BlobName(name), default) is null)
            {
                await FaultAsync($"{name} is missing: {file} links to it.", file, content);
            }
        }
    }

    private Task<byte[]?> ReadAsync(string name) => place.ReadAsync(new BlobName(name), default);

    private static string PageOf(string path) => path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex Locations();

    [GeneratedRegex("(?:href|src)=\"([^\"#?]+)")]
    private static partial Regex Links();

    [GeneratedRegex("(http://localhost:[0-9]+/[^\"#?<]*)")]
    private static partial Regex Addresses();
}
