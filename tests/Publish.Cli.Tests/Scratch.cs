namespace Publish.Cli.Tests;

/// <summary>A folder that a test throws away.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("publish-cli-tests-").FullName;

    public string Touch(string name) => Write(name, "");

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
