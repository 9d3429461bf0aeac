using System.Text.Json;

namespace Publish.EndToEnd;

/// <summary>What a fresh clone relies on.</summary>
public sealed class RepositoryTests
{
    [Fact]
    public void Npm_delivered_what_package_json_names()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "package.json")));
        Assert.All(package.RootElement.GetProperty("devDependencies").EnumerateObject(), dependency =>
        {
            using var there = JsonDocument.Parse(File.ReadAllText(
                Path.Combine(Repository.Root, "node_modules", dependency.Name, "package.json")));
            Assert.Equal(dependency.Value.GetString(), there.RootElement.GetProperty("version").GetString());
        });
    }
}
