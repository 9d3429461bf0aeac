namespace Publish.Storage;

/// <summary>The media type that readers are told, by a name's ending.</summary>
public static class MediaTypes
{
    private const string Unknown = "application/octet-stream";

    private static readonly Dictionary<string, string> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = "text/csv; charset=utf-8; header=present",
        [".parquet"] = "application/vnd.apache.parquet",
        [".json"] = "application/json",
        [".jsonld"] = "application/ld+json",
        [".csv-metadata.json"] = "application/csvm+json",
        [".atom"] = "application/atom+xml",
        [".xml"] = "application/xml",
        [".html"] = "text/html; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
    };

    private static readonly Dictionary<string, string> ByName = new(StringComparer.Ordinal)
    {
        ["SHA256SUMS"] = "text/plain; charset=utf-8",
        ["feed.json"] = "application/feed+json",
    };

    /// <summary>The media type of a blob.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>A registered type; <c>application/octet-stream</c> for an ending that is not known.</returns>
    public static string Of(BlobName name)
    {
        var last = name.Value[(name.Value.LastIndexOf('/') + 1)..];
        if (ByName.TryGetValue(last, out var type))
        {
            return type;
        }

        for (var dot = last.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = last.IndexOf('.', dot + 1))
        {
            if (ByEnding.TryGetValue(last[dot..], out type))
            {
                return type;
            }
        }

        return Unknown;
    }
}
