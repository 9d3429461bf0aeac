namespace Publish.Cli.Tests;

/// <summary>A folder that a test throws away.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("publish-cli-tests-").FullName;

    public string Touch(string name)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, "");
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
