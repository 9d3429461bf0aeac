using System.Runtime.CompilerServices;
using System.Text;
using Publish.Portal.Catalogue;
using Publish.Portal.Pages;
using Publish.Portal.Published;
using Publish.Portal.Register;
using Publish.Portal.Rendering;
using Publish.Portal.Search;
using Publish.Portal.Texts;
using Publish.Portal.Writing;

namespace Publish.Portal.Building;

/// <summary>Writes what a site has beside its datasets: lists, register, feeds, catalogue, and last the home page and the sitemap.</summary>
internal sealed class SiteOutput(
    PublishedReader reader, SiteWriter writer, LastBuild last, SiteSettings settings, SiteTexts texts, SiteAssets assets)
{
    private const int NewestOnHome = 8;
    private const int CatalogueGrowth = 1 << 16;
    private readonly List<string> _pages = [];
    private bool _onlyNew;

    /// <summary>Writes the lists and the register's pages that were not there before: nothing that a reader can reach links there yet.</summary>
    /// <param name="datasets">The datasets, in ordinal order of agency and name.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>A task that ends when they are written.</returns>
    public async Task WriteNewAsync(IReadOnlyList<DatasetSummary> datasets, CancellationToken cancellation)
    {
        _onlyNew = true;
        var register = AgreementRegister.Of(datasets);
        await WriteAgreementsAsync(register, cancellation).ConfigureAwait(false);
        await WriteGroupsAsync(datasets, register, cancellation).ConfigureAwait(false);
        _onlyNew = false;
        _pages.Clear();
    }

    /// <summary>Writes all of it, but for what is written already.</summary>
    /// <param name="datasets">The datasets, in ordinal order of agency and name.</param>
    /// <param name="changed">Those to which something happened since the last build, as they were then and as they are now.</param>
    /// <param name="threads">Files worked on at a time.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>A task that ends when all is written.</returns>
    public async Task WriteAsync(
        IReadOnlyList<DatasetSummary> datasets, IEnumerable<DatasetSummary> changed, int threads, CancellationToken cancellation)
    {
        var register = AgreementRegister.Of(datasets);
        await WriteRegisterAsync(register, cancellation).ConfigureAwait(false);
        await WriteGroupsAsync(datasets, register, cancellation).ConfigureAwait(false);
        foreach (var (path, found) in SearchIndex.Of(datasets))
        {
            await writer.WriteAsync(path, PageSource.Of(found), () => Task.FromResult<ReadOnlyMemory<byte>>(SearchIndex.Write(found)), cancellation).ConfigureAwait(false);
        }

        await WriteFixedPagesAsync(cancellation).ConfigureAwait(false);
        await new SiteFeeds(reader, writer, last, settings, texts).WriteAsync(datasets, changed, threads, cancellation).ConfigureAwait(false);
        await WriteCatalogueAsync(datasets, cancellation).ConfigureAwait(false);
        await PageAsync<HomePage>(SitePaths.Home, cancellation, (nameof(HomePage.Newest), Newest(datasets))).ConfigureAwait(false);
        string[] all = [.. _pages.Where(page => page != SitePaths.NotFound).Concat(datasets.SelectMany(dataset => dataset.Pages.Prepend(SitePaths.Dataset(dataset.Agency, dataset.Dataset)))).Order(StringComparer.Ordinal)];
        foreach (var (path, content) in Sitemap.Write(settings, all))
        {
            await writer.WriteAsync(path, content, cancellation).ConfigureAwait(false);
        }

        await writer.WriteAsync(
            SitePaths.Robots,
            Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\nSitemap: {settings.AddressOf(SitePaths.Sitemap)}\n"),
            cancellation).ConfigureAwait(false);
    }

    private static DatasetSummary[] Newest(IReadOnlyList<DatasetSummary> datasets) =>
    [
        .. datasets.Where(dataset => dataset.Edition is not null)
            .OrderByDescending(dataset => dataset.Updated)
            .ThenBy(dataset => dataset.Title, StringComparer.Ordinal)
            .Take(NewestOnHome),
    ];

    private async Task WriteAgreementsAsync(IReadOnlyList<AgreementRegister> register, CancellationToken cancellation)
    {
        foreach (var entry in register)
        {
            await PageAsync<AgreementPage>(entry.PagePath, cancellation, (nameof(AgreementPage.Entry), entry)).ConfigureAwait(false);
        }
    }

    private async Task WriteRegisterAsync(IReadOnlyList<AgreementRegister> register, CancellationToken cancellation)
    {
        await WriteAgreementsAsync(register, cancellation).ConfigureAwait(false);
        await writer.WriteAsync(SitePaths.Agreements, AgreementRegister.Write(register, settings), cancellation).ConfigureAwait(false);
        await EachPageAsync(SitePaths.Register, register, (path, pages, page, shown) => PageAsync<RegisterPage>(
            path, cancellation, (nameof(RegisterPage.Entries), shown), (nameof(RegisterPage.Pages), pages), (nameof(RegisterPage.Page), page))).ConfigureAwait(false);
    }

    private async Task WriteGroupsAsync(
        IReadOnlyList<DatasetSummary> datasets, IReadOnlyList<AgreementRegister> register, CancellationToken cancellation)
    {
        var agencies = DatasetGroup.Of(datasets, dataset => [(dataset.Agency, dataset.Publisher)], SitePaths.Agency);
        foreach (var agency in agencies)
        {
            var name = agency.Datasets[0].Agency;
            await GroupAsync(agency, agency.Title, texts["agency.lead", agency.Title], (SitePaths.Agencies, "agencies.title"), [], [.. register.Where(entry => entry.Agency == name)], cancellation).ConfigureAwait(false);
        }

        var themes = DatasetGroup.Of(datasets, dataset => dataset.Themes.Select(theme => (Slug.Of(theme), theme)), SitePaths.Theme);
        foreach (var theme in themes)
        {
            await GroupAsync(theme, texts["theme.title", theme.Title], null, (SitePaths.Themes, "themes.title"), [], [], cancellation).ConfigureAwait(false);
        }

        var letters = DatasetGroup.Of(datasets, dataset => [LetterOf(dataset)], SitePaths.Letter);
        foreach (var letter in letters)
        {
            await GroupAsync(letter, texts["letter.title", letter.Title], null, (SitePaths.Letters, "letters.title"), letters, [], cancellation).ConfigureAwait(false);
        }

        await GroupsAsync(SitePaths.Agencies, "agencies", agencies, cancellation).ConfigureAwait(false);
        await GroupsAsync(SitePaths.Themes, "themes", themes, cancellation).ConfigureAwait(false);
        await PageAsync<LettersPage>(SitePaths.Letters, cancellation, (nameof(LettersPage.Letters), letters)).ConfigureAwait(false);
    }

    private Task GroupAsync(
        DatasetGroup group,
        string heading,
        string? lead,
        (string Path, string Key) parent,
        IReadOnlyList<DatasetGroup> letters,
        IReadOnlyList<AgreementRegister> agreements,
        CancellationToken cancellation) =>
        EachPageAsync(group.Path, group.Datasets, (path, pages, page, shown) => PageAsync<GroupPage>(
            path,
            cancellation,
            (nameof(GroupPage.Datasets), shown),
            (nameof(GroupPage.Heading), heading),
            (nameof(GroupPage.Lead), lead),
            (nameof(GroupPage.ParentPath), parent.Path),
            (nameof(GroupPage.ParentKey), parent.Key),
            (nameof(GroupPage.Letters), letters.Select(letter => new KeyValuePair<string, string>(letter.Path, letter.Title)).ToArray()),
            (nameof(GroupPage.Agreements), agreements),
            (nameof(GroupPage.Pages), pages),
            (nameof(GroupPage.Page), page)));

    private Task GroupsAsync(string root, string key, IReadOnlyList<DatasetGroup> groups, CancellationToken cancellation) =>
        EachPageAsync(root, groups, (path, pages, page, shown) => PageAsync<GroupsPage>(
            path,
            cancellation,
            (nameof(GroupsPage.TextKey), key),
            (nameof(GroupsPage.Groups), shown),
            (nameof(GroupsPage.Pages), pages),
            (nameof(GroupsPage.Page), page)));

    private static async Task EachPageAsync<T>(
        string path, IReadOnlyList<T> entries, Func<string, IReadOnlyList<string>, int, IReadOnlyList<T>, Task> write)
    {
        var pages = DatasetGroup.PagesOf(path, entries.Count);
        for (var page = pages.Count - 1; page >= 0; page--)
        {
            await write(pages[page], pages, page, [.. entries.Skip(page * DatasetGroup.MostOnPage).Take(DatasetGroup.MostOnPage)]).ConfigureAwait(false);
        }
    }

    private async Task WriteFixedPagesAsync(CancellationToken cancellation)
    {
        await PageAsync<SearchPage>(SitePaths.Search, cancellation).ConfigureAwait(false);
        await PageAsync<AnonymisationPage>(SitePaths.Anonymisation, cancellation).ConfigureAwait(false);
        await PageAsync<CheckPage>(SitePaths.Check, cancellation).ConfigureAwait(false);
        await PageAsync<DevelopersPage>(SitePaths.Developers, cancellation).ConfigureAwait(false);
        await PageAsync<AccessibilityPage>(SitePaths.Accessibility, cancellation).ConfigureAwait(false);
        await PageAsync<NotFoundPage>(SitePaths.NotFound, cancellation).ConfigureAwait(false);
    }

    private Task WriteCatalogueAsync(IReadOnlyList<DatasetSummary> datasets, CancellationToken cancellation) =>
        writer.WriteAsync(SitePaths.Catalogue, PageSource.Of(datasets), () => CatalogueAsync(datasets, cancellation), cancellation);

    // The new one is about as long as the last: room for it is made once, and neither is copied.
    private async Task<ReadOnlyMemory<byte>> CatalogueAsync(IReadOnlyList<DatasetSummary> datasets, CancellationToken cancellation)
    {
        var before = await last.ReadAsync(SitePaths.Catalogue, cancellation).ConfigureAwait(false);
        using var bytes = new MemoryStream((before?.Length ?? 0) + CatalogueGrowth);
        var catalogue = new DcatCatalogue(settings, texts);
        await catalogue.WriteAsync(bytes, SitePaths.Catalogue, settings.Title, CurrentAsync(catalogue, before, datasets, cancellation), cancellation).ConfigureAwait(false);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private async IAsyncEnumerable<DcatDataset> CurrentAsync(
        DcatCatalogue catalogue, byte[]? catalogueBefore, IReadOnlyList<DatasetSummary> datasets, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var before = DcatDataset.Read(catalogueBefore);
        foreach (var dataset in datasets.Where(dataset => dataset.Edition is not null))
        {
            var page = settings.AddressOf(SitePaths.Dataset(dataset.Agency, dataset.Dataset));
            if (last.IsUnchanged(dataset) && before.TryGetValue(page, out var described))
            {
                yield return described;
            }
            else if (await reader.ReadCurrentAsync(dataset.Agency, dataset.Dataset, cancellation).ConfigureAwait(false) is { Current: { } current } view)
            {
                yield return catalogue.Describe(view, [current]);
            }
        }
    }

    private async Task PageAsync<TPage>(string path, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
        where TPage : SiteComponent
    {
        _pages.Add(path);
        var file = SitePaths.FileOf(path);
        if ((_onlyNew && !writer.IsNew(file)) || writer.Files.ContainsKey(file))
        {
            return;
        }

        var all = parameters.ToDictionary(StringComparer.Ordinal);
        await writer.WriteAsync(
            file,
            PageSource.Of(all),
            async () => await PageRenderer.RenderAsync<TPage>(new PageContext(settings, texts, assets, path), all).ConfigureAwait(false),
            cancellation).ConfigureAwait(false);
    }

    // Titles that begin with anything but a letter from A to Z come under '#'; accents are passed over.
    private static (string Key, string Title) LetterOf(DatasetSummary dataset)
    {
        var first = LatinLetters.CapitalOf(dataset.Title.FirstOrDefault('#'));
        return char.IsAsciiLetterUpper(first) ? (char.ToLowerInvariant(first).ToString(), first.ToString()) : ("other", "#");
    }
}
