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
/// what it was when first seen, and follows the links of the site's pages. What it must never meet is noted.
/// </summary>
internal sealed partial class PollingReader(IPublicPlace place)
{
    private const string Dataset = $"data/{PolicyText.Agency}/{PolicyText.Dataset}/";
    private readonly ConcurrentDictionary<string, string> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _faults = [];
    private int _page;

    /// <summary>How often it polled.</summary>
    public int Polls { get; private set; }

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
                await SumsAsync($"{Dataset}{edition}/{version.GetProperty("version").GetString()}/");
                await FollowAsync($"{Dataset}{edition}/latest.json");
            }
        }

        await LinksAsync();
    }

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
                await HoldAsync(name, file.GetProperty("sha256").GetString()!, $"{pointer} leads to it");
            }
        }
    }

    // What history tells of is whole, whether a pointer leads there yet or not.
    private async Task SumsAsync(string folder)
    {
        if (await ReadAsync(folder + "SHA256SUMS") is not { } sums)
        {
            _faults.Add($"{folder} is in the history and has no list of files.");
            return;
        }

        foreach (var line in Encoding.UTF8.GetString(sums).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await HoldAsync(folder + line[66..], line[..64], "the list of files names it");
        }
    }

    private async Task HoldAsync(string name, string digest, string why)
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
                _faults.Add($"{name} is {(content is null ? "missing" : "not whole")}: {why}.");
            }

            _seen.TryAdd("read:" + name, digest);
        }
        else if (await place.FindAsync(new BlobName(name), default) is null)
        {
            _faults.Add($"{name} is missing: {why}.");
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

        var at = new Uri($"http://site/{page}");
        foreach (var target in Links().Matches(Encoding.UTF8.GetString(content)).Select(match => new Uri(at, match.Groups[1].Value)).Where(uri => uri.Host == "site"))
        {
            var name = PageOf(Uri.UnescapeDataString(target.AbsolutePath).TrimStart('/'));
            if (await place.FindAsync(new BlobName(name), default) is null && (await ReadAsync(page))?.AsSpan().SequenceEqual(content) == true)
            {
                _faults.Add($"{name} is missing: {page} links to it.");
            }
        }
    }

    private Task<byte[]?> ReadAsync(string name) => place.ReadAsync(new BlobName(name), default);

    private static string PageOf(string path) => path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex Locations();

    [GeneratedRegex("(?:href|src)=\"([^\"#?]+)")]
    private static partial Regex Links();
}
