using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Publish.EndToEnd.Sites;

/// <summary>Serves a folder as static web hosting does: GET, entity tags, ranges.</summary>
internal sealed class StaticServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _root;

    public StaticServer(string root)
    {
        _root = root;
        Address = $"http://localhost:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The address, without a slash at its end.</summary>
    public string Address { get; }

    /// <summary>How many answers said that nothing was new.</summary>
    public int NotModified { get; private set; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        using var response = context.Response;
        var path = Path.Combine(_root, context.Request.Url!.AbsolutePath.TrimStart('/'));
        if (!File.Exists(path))
        {
            response.StatusCode = 404;
            return;
        }

        // Feeds have the absolute addresses that the site was built for.
        var content = Path.GetFileName(path) == "feed.json" || Path.GetFileName(Path.GetDirectoryName(path)) == "feeds"
            ? Encoding.UTF8.GetBytes(File.ReadAllText(path).Replace("http://localhost:8080", Address, StringComparison.Ordinal))
            : File.ReadAllBytes(path);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"";
        response.Headers["ETag"] = tag;
        if (context.Request.Headers["If-None-Match"] == tag)
        {
            NotModified++;
            response.StatusCode = 304;
            return;
        }

        if (context.Request.Headers["Range"] is { } range)
        {
            var bounds = range["bytes=".Length..].Split('-').Select(bound => int.Parse(bound, CultureInfo.InvariantCulture)).ToArray();
            response.StatusCode = 206;
            response.Headers["Content-Range"] = $"bytes {bounds[0]}-{bounds[1]}/{content.Length}";
            content = content[bounds[0]..(bounds[1] + 1)];
        }

        response.ContentLength64 = content.Length;
        response.OutputStream.Write(content);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
