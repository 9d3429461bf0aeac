using Publish.Storage;

namespace Publish.Cli.Installations;

/// <summary>Where an installation keeps everything, as the option <c>--storage</c> names it.</summary>
internal abstract record StorageAddress
{
    /// <summary>The forms, for help and errors.</summary>
    public const string Forms = "folder:PATH, azurite, azurite:URL or azure";

    /// <summary>The setting with the emulator's blob endpoint, for <c>azurite</c> without an address.</summary>
    public const string EmulatorSetting = "PUBLISH_EMULATOR";

    private const string FolderScheme = "folder";
    private const string EmulatorName = "azurite";
    private const string AccountsName = "azure";
    private const string DefaultFolder = "open-data";

    private StorageAddress()
    {
    }

    /// <summary>The folder that <c>publish demo</c> publishes to.</summary>
    public static StorageAddress Default { get; } = new OfFolder(DefaultFolder);

    /// <summary>The option that names it, with a space before it; nothing where it is the default.</summary>
    public string AsOption => this == Default ? "" : $" --storage {this}";

    /// <summary>Reads an address.</summary>
    /// <param name="text">One of <see cref="Forms"/>; <c>folder</c> alone is the default folder.</param>
    /// <returns>The address, or <see langword="null"/> where the text has another form.</returns>
    public static StorageAddress? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return (colon < 0 ? text : text[..colon], colon < 0 ? null : text[(colon + 1)..]) switch
        {
            (FolderScheme, null) => Default,
            (FolderScheme, { Length: > 0 } path) => new OfFolder(path),
            (EmulatorName, null) => new OfEmulator(null),
            (EmulatorName, { } url) when IsHttp(url, out var endpoint) => new OfEmulator(endpoint),
            (AccountsName, null) => new OfAccounts(),
            _ => null,
        };
    }

    private static bool IsHttp(string text, out Uri? endpoint) =>
        Uri.TryCreate(text, UriKind.Absolute, out endpoint) && endpoint.Scheme == Uri.UriSchemeHttp;

    /// <summary>Folders below one.</summary>
    /// <param name="Path">The folder; made where it is missing.</param>
    internal sealed record OfFolder(string Path) : StorageAddress
    {
        /// <inheritdoc />
        public override string ToString() => $"{FolderScheme}:{Path}";
    }

    /// <summary>The emulator's accounts.</summary>
    /// <param name="Endpoint">
    /// Its blob endpoint without an account's name; where <see langword="null"/>, the setting <see cref="EmulatorSetting"/>
    /// has it, else it is <see cref="Emulator.DefaultEndpoint"/>.
    /// </param>
    internal sealed record OfEmulator(Uri? Endpoint) : StorageAddress
    {
        /// <inheritdoc />
        public override string ToString() => Endpoint is null ? EmulatorName : $"{EmulatorName}:{Endpoint}";
    }

    /// <summary>The accounts that settings name, opened as whoever is signed in.</summary>
    internal sealed record OfAccounts : StorageAddress
    {
        /// <inheritdoc />
        public override string ToString() => AccountsName;
    }
}
