using Publish.EndToEnd.Fixtures;

namespace Publish.EndToEnd.Sites;

/// <summary>The site that <c>publish demo</c> builds, made once for all tests that look at it.</summary>
public sealed class DemoSite : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("publish-site-").FullName;

    public DemoSite() => Programs.Publish("demo", "--to", _folder);

    /// <summary>The folder of the public audience.</summary>
    public string Root => Path.Combine(_folder, "public");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
