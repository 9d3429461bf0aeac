namespace Publish.EndToEnd.Sites.Showcases;

/// <summary>A page that is looked at as people do.</summary>
/// <param name="Root">The folder of its site.</param>
/// <param name="Path">Its path there.</param>
/// <param name="Shows">A selector of what it is looked at for, beside what every page has.</param>
public sealed record LookedAtPage(string Root, string Path, string Shows)
{
    private const string Council = "datasets/" + ShowcaseSite.Council + "/";
    private const string Survey = "datasets/riverton-statistics/business-survey/";

    // Every kind of page, and every state that pages of a kind can be in.
    private static readonly (string Path, string Shows)[] OfShowcase =
    [
        ("index.html", ".site-hero form"), ("agencies/index.html", ".site-card"), ("agencies/millbrook-council/index.html", ".site-list + h2 + ul"),
        ("themes/index.html", ".site-card"), ("themes/economy/index.html", ".site-list"), ("a-to-z/index.html", ".site-letters"),
        ("a-to-z/s/index.html", "[aria-current=page]"), ("search/index.html", "[data-search-field]"), ("register/index.html", ".site-list"),
        ("register/riverton-statistics/rso-2026-001/index.html", "table"), ("how-we-anonymise/index.html", "h2"), ("check/index.html", "[data-check]"),
        ("developers/index.html", "pre"), ("accessibility/index.html", "main ul"), ("404.html", "main ul"),
        (Survey + "index.html", "#chart + figure"), (Survey + "releases/turnover/index.html", ".site-withheld"), (Survey + "releases/inspections/index.html", "#load"),
        (Council + "carers/index.html", "#hidden"), (Council + "food-banks/index.html", "#hidden"), (Council + "blue-badges/index.html", "#hidden"),
        (Council + "home-help/index.html", "#hidden"), (Council + "debt-advice/index.html", "#hidden"),
        (Council + "library-visits/index.html", "a[href='history/index.html']"), (Council + "library-visits/history/index.html", "a[rel=next]"),
        (Council + "library-visits/history/page-2/index.html", "a[rel=prev]"), (Council + "school-meals/index.html", ".site-banner"),
        (Council + "parking-fines/index.html", "h1 + .site-banner"),
    ];

    private static readonly (string Path, string Shows)[] OfDemo =
    [
        ("datasets/northshire-council/road-casualties/index.html", "svg"), ("datasets/eastvale-health/hospital-stays/index.html", "#files"),
        ("datasets/eastvale-health/hospital-stays/releases/stays-by-quarter/index.html", "path[class^=line]"),
        ("datasets/central-skills/apprenticeships/index.html", "#rows"),
    ];

    /// <summary>Its name in a file's: without folders.</summary>
    public string Name => Path.Replace("/index.html", "").Replace('/', '-');

    /// <summary>All that are looked at; in the nightly run every page that there is.</summary>
    public static IReadOnlyList<LookedAtPage> All(DemoSite demo, ShowcaseSite showcase) =>
    [
        .. OfShowcase.Select(page => new LookedAtPage(showcase.Root, page.Path, page.Shows)),
        .. OfDemo.Select(page => new LookedAtPage(demo.Root, page.Path, page.Shows)),
        .. new[] { demo.Root, showcase.Root }.Where(_ => Nightly.IsOn).SelectMany(Others),
    ];

    private static IEnumerable<LookedAtPage> Others(string root) =>
        Directory.EnumerateFiles(root, "*.html", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Except(OfShowcase.Concat(OfDemo).Select(page => page.Path))
            .Order(StringComparer.Ordinal)
            .Select(path => new LookedAtPage(root, path, "h1"));
}
