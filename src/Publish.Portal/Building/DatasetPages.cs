using Publish.Metadata;
using Publish.Metadata.Packages;
using Publish.Portal.Pages;
using Publish.Portal.Published;
using Publish.Portal.Rendering;
using Publish.Portal.Samples;
using Publish.Portal.Texts;
using Publish.Portal.Writing;

namespace Publish.Portal.Building;

/// <summary>Writes a dataset's pages: of each of several releases, of a long history, and last its own, which leads to them.</summary>
internal sealed class DatasetPages(PublishedReader reader, SiteWriter writer, SiteSettings settings, SiteTexts texts, SiteAssets assets)
{
    /// <summary>The folders of the pages beside a dataset's own.</summary>
    /// <param name="view">The dataset.</param>
    /// <returns>Paths relative to the site.</returns>
    public static IReadOnlyList<string> PathsOf(DatasetView view) =>
    [
        .. view.ReleasesWithPage.Select(view.ReleasePath),
        .. view.HasHistoryPages ? DatasetGroup.PagesOf(view.HistoryPath, view.Versions.Count) : [],
    ];

    /// <summary>Writes the pages.</summary>
    /// <param name="view">The dataset.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>A task that ends when they are written.</returns>
    public async Task WriteAsync(DatasetView view, CancellationToken cancellation)
    {
        var model = new DatasetPageModel(view, null, null);
        if (view.Current is { } shown)
        {
            var certificate = await reader.CertificateAsync(view, shown.Entry, cancellation).ConfigureAwait(false);
            var releases = view.ReleasesWithPage;
            foreach (var release in releases)
            {
                var page = await ReleaseAsync(view, shown, release, certificate, cancellation).ConfigureAwait(false);
                await PageAsync<ReleasePage>(view.ReleasePath(release), cancellation, (nameof(ReleasePage.Model), page)).ConfigureAwait(false);
                model = release == releases[0] ? new DatasetPageModel(view, certificate, page.Sample) : model;
            }

            if (releases.Count == 0)
            {
                var only = await ReleaseAsync(view, shown, shown.Package!.Publish.Releases[0], certificate, cancellation).ConfigureAwait(false);
                model = new DatasetPageModel(view, certificate, only.Sample);
            }
        }

        await WriteHistoryAsync(view, cancellation).ConfigureAwait(false);
        await PageAsync<DatasetPage>(view.PagePath, cancellation, (nameof(DatasetPage.Model), model)).ConfigureAwait(false);
    }

    private async Task<ReleasePageModel> ReleaseAsync(
        DatasetView view, PublishedVersion shown, PublishedRelease release, Certificate certificate, CancellationToken cancellation)
    {
        var certified = certificate.Releases.First(other => other.Name == release.Name);
        var csv = await reader.OpenAsync(view, shown.Entry, release.Name + ".csv", cancellation).ConfigureAwait(false);
        await using (csv.ConfigureAwait(false))
        {
            return new ReleasePageModel(view, shown, certified, ReleaseSample.Read(csv, release, certified));
        }
    }

    // The last page first: each links to the one before it, which is written then or was there.
    private async Task WriteHistoryAsync(DatasetView view, CancellationToken cancellation)
    {
        var pages = view.HasHistoryPages ? DatasetGroup.PagesOf(view.HistoryPath, view.Versions.Count) : [];
        for (var page = pages.Count - 1; page >= 0; page--)
        {
            PublishedVersion[] versions = [.. view.Versions.Skip(page * DatasetGroup.MostOnPage).Take(DatasetGroup.MostOnPage)];
            await PageAsync<HistoryPage>(
                pages[page],
                cancellation,
                (nameof(HistoryPage.Dataset), view),
                (nameof(HistoryPage.Versions), versions),
                (nameof(HistoryPage.Pages), pages),
                (nameof(HistoryPage.Page), page)).ConfigureAwait(false);
        }
    }

    private async Task PageAsync<TPage>(string path, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
        where TPage : SiteComponent
    {
        var page = await PageRenderer.RenderAsync<TPage>(
            new PageContext(settings, texts, assets, path), parameters.ToDictionary(StringComparer.Ordinal)).ConfigureAwait(false);
        await writer.WriteAsync(SitePaths.FileOf(path), page, cancellation).ConfigureAwait(false);
    }
}
