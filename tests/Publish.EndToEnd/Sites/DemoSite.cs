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

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
