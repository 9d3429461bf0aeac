using System.Security.Cryptography;

namespace Publish.Portal.Rendering;

/// <summary>
/// The style sheet and the script. Their names have a part of their digest, so that a page that was fetched before a
/// change goes on with those it was made for.
/// </summary>
public sealed class SiteAssets
{
    /// <summary>Where they lie.</summary>
    public const string Folder = "assets/";

    private SiteAssets(byte[] style, byte[] script) => (Style, Script) = (style, script);

    /// <summary>The style sheet.</summary>
    public byte[] Style { get; }

    /// <summary>The script.</summary>
    public byte[] Script { get; }

    /// <summary>The path of the style sheet.</summary>
    public string StylePath => $"{Folder}site-{DigestOf(Style)}.css";

    /// <summary>The path of the script.</summary>
    public string ScriptPath => $"{Folder}site-{DigestOf(Script)}.js";

    /// <summary>Reads them from the assembly.</summary>
    public static SiteAssets Read() => new(Read("assets/site.css"), Read("assets/site.js"));

    private static string DigestOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];

    private static byte[] Read(string name)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException("An asset is missing from the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
