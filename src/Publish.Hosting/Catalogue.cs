using Publish.Pipeline;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Telemetry;
using Publish.Portal;
using Publish.Portal.Texts;
using Publish.Storage;

namespace Publish.Hosting;

/// <summary>The sites of an installation, each built from what its audience can read and from nothing else.</summary>
/// <param name="context">What it works with.</param>
/// <param name="settings">The value of a setting, by its name; see <see cref="SettingOf"/>.</param>
/// <remarks>
/// An audience has a site where its <c>Address</c> is set. Of the others, <c>Title</c>, <c>Publisher</c>, <c>Contact</c>
/// and <c>Language</c> have the defaults of <see cref="SiteSettings"/>; data is linked to at the account's own endpoint.
/// </remarks>
public sealed class Catalogue(OperationContext context, Func<string, string?> settings)
{
    private const string PublicAudience = "public";

    /// <summary>
    /// Whether the installation is on one machine: sites that are there keep what no setting says otherwise, and an audience
    /// whose <c>Address</c> is not set has a site at <see cref="SiteSettings.LocalAddressOf"/> as soon as something is
    /// published for it. Default <see langword="false"/>: what is built is what is set, and nothing else.
    /// </summary>
    public bool IsLocal { get; init; }

    /// <summary>The setting of an audience's site: <c>PublicSite__Address</c> and so on.</summary>
    /// <param name="audience">The audience's name.</param>
    /// <param name="name">What is set: <c>Address</c>, <c>Title</c>, <c>Publisher</c>, <c>Contact</c>, <c>Language</c>.</param>
    /// <returns>The setting's name.</returns>
    public static string SettingOf(string audience, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(audience);
        return $"{char.ToUpperInvariant(audience[0])}{audience[1..]}Site__{name}";
    }

    /// <summary>Builds what changed of every site.</summary>
    /// <param name="cancellation">Stops the build; what is written stays, and the next build goes on.</param>
    /// <returns>The reports, by audience.</returns>
    /// <exception cref="AggregateException">Sites could not be built; those of all other audiences are.</exception>
    public Task<IReadOnlyDictionary<string, SiteReport>> RunAsync(CancellationToken cancellation) => OperationTelemetry.WatchAsync(
        context,
        nameof(Catalogue),
        () => BuildAsync(cancellation),
        (line, reports) => line.With("sites", reports.Count).With("datasets", reports.Values.Sum(report => report.Datasets)));

    /// <summary>Builds what changed of the site of an audience, where it has one.</summary>
    /// <param name="audience">The audience's name.</param>
    /// <param name="cancellation">Stops the build; what is written stays, and the next build goes on.</param>
    /// <returns>The report, or <see langword="null"/> where the audience has no site.</returns>
    public async Task<SiteReport?> RebuildAsync(string audience, CancellationToken cancellation) =>
        await SettingsOfAsync(audience, cancellation).ConfigureAwait(false) is { } site
        ? await new SiteTurn(context.Private, context.Time)
            .BuildAsync(audience, new SiteBuilder(context.PlaceOf(audience), site).BuildAsync, cancellation).ConfigureAwait(false)
        : null;

    // The trouble of one audience's account keeps no other audience from its site.
    private async Task<IReadOnlyDictionary<string, SiteReport>> BuildAsync(CancellationToken cancellation)
    {
        var reports = new Dictionary<string, SiteReport>(StringComparer.Ordinal);
        var failures = new List<Exception>();
        foreach (var audience in Audiences.Names)
        {
            try
            {
                if (await RebuildAsync(audience, cancellation).ConfigureAwait(false) is { } report)
                {
                    reports.Add(audience, report);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add(e);
            }
        }

        return failures.Count == 0 ? reports : throw new AggregateException(failures);
    }

    private async Task<SiteSettings?> SettingsOfAsync(string audience, CancellationToken cancellation)
    {
        var before = IsLocal
            ? await SiteBuilder.SettingsOfAsync(context.PlaceOf(audience), cancellation).ConfigureAwait(false)
            : null;
        var address = AddressIn(SettingOf(audience, nameof(SiteSettings.Address)))
            ?? (IsLocal ? await LocalAddressAsync(audience, before, cancellation).ConfigureAwait(false) : null);
        if (address is null)
        {
            return null;
        }

        before ??= new SiteSettings();
        return before with
        {
            Audience = audience,
            Address = address,
            DataAddress = AddressIn(StoragePlaces.SettingOf(audience)) ?? before.DataAddress,
            Title = settings(SettingOf(audience, nameof(SiteSettings.Title))) ?? before.Title,
            Publisher = settings(SettingOf(audience, nameof(SiteSettings.Publisher))) ?? before.Publisher,
            Contact = settings(SettingOf(audience, nameof(SiteSettings.Contact))) ?? before.Contact,
            Language = settings(SettingOf(audience, nameof(SiteSettings.Language))) is { } language && SiteTexts.Languages.Contains(language)
                ? language
                : before.Language,
        };
    }

    private Uri? AddressIn(string setting) => Uri.TryCreate(settings(setting), UriKind.Absolute, out var address) ? address : null;

    // A site that was built for another address than this machine's stays what it is.
    private async Task<Uri?> LocalAddressAsync(string audience, SiteSettings? before, CancellationToken cancellation)
    {
        if (before is { Address.IsLoopback: false })
        {
            return before.Address;
        }

        return before is not null || audience == PublicAudience || await HasPublishedAsync(audience, cancellation).ConfigureAwait(false)
            ? SiteSettings.LocalAddressOf(audience)
            : null;
    }

    private async Task<bool> HasPublishedAsync(string audience, CancellationToken cancellation)
    {
        await foreach (var _ in context.PlaceOf(audience).ListFoldersAsync(Containers.Published + "/", cancellation).ConfigureAwait(false))
        {
            return true;
        }

        return false;
    }
}
