using System.Diagnostics;

namespace Publish.EndToEnd.Sites;

/// <summary>The site that <c>publish demo</c> builds, made once for all tests that look at it.</summary>
public sealed class DemoSite : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("publish-site-").FullName;

    public DemoSite()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "publish.dll"), "demo", "--to", _folder })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, faults.Result);
    }

    /// <summary>The folder of the public audience.</summary>
    public string Root => Path.Combine(_folder, "public");

    /// <summary>One page of every kind, by its path.</summary>
    public static IReadOnlyList<string> KindsOfPages { get; } =
    [
        "index.html", "agencies/index.html", "agencies/eastvale-health/index.html", "themes/index.html", "themes/transport/index.html",
        "a-to-z/index.html", "a-to-z/r/index.html", "search/index.html", "register/index.html",
        "register/northshire-council/nsc-2026-014/index.html", "how-we-anonymise/index.html", "check/index.html", "developers/index.html",
        "accessibility/index.html", "404.html", "datasets/northshire-council/road-casualties/index.html",
        "datasets/eastvale-health/hospital-stays/index.html", "datasets/eastvale-health/hospital-stays/releases/stays-by-quarter/index.html",
        "datasets/central-skills/apprenticeships/index.html",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
