using System.Text.Json.Nodes;
using Publish.Portal.Verification;

namespace Publish.Portal.Tests;

/// <summary>
/// The profiles of Data Package 2.0, broken one property at a time. Each of these packages was put before the published JSON
/// Schema of the profile too (November 2026), which refuses every one.
/// </summary>
public sealed class DataPackageProfileTests : IDisposable
{
    private readonly PublishedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/$schema", "1")]
    [InlineData("/name", "1")]
    [InlineData("/id", "1")]
    [InlineData("/title", "1")]
    [InlineData("/description", "1")]
    [InlineData("/version", "1")]
    [InlineData("/keywords", "[]")]
    [InlineData("/keywords", "[1]")]
    [InlineData("/licenses", "[]")]
    [InlineData("/licenses/0", "{ \"title\": \"x\" }")]
    [InlineData("/contributors", "[]")]
    [InlineData("/contributors/0/roles", "\"x\"")]
    [InlineData("/resources", null)]
    [InlineData("/resources", "[]")]
    [InlineData("/resources/0/name", null)]
    [InlineData("/resources/0/path", null)]
    [InlineData("/resources/0/path", "\"/etc/x\"")]
    [InlineData("/resources/0/path", "\"../x\"")]
    [InlineData("/resources/0/bytes", "\"1\"")]
    [InlineData("/resources/0/hash", "\"xyz!\"")]
    [InlineData("/resources/0/encoding", "1")]
    [InlineData("/resources/0/mediatype", "\"csv\"")]
    [InlineData("/resources/0/format", "1")]
    [InlineData("/resources/0/dialect/delimiter", "1")]
    [InlineData("/resources/0/dialect/header", "\"yes\"")]
    [InlineData("/resources/0/schema", "1")]
    [InlineData("/resources/0/schema/fields", null)]
    [InlineData("/resources/0/schema/fields", "[]")]
    [InlineData("/resources/0/schema/fields/0/name", null)]
    [InlineData("/resources/0/schema/fields/0/type", "\"int\"")]
    [InlineData("/resources/0/schema/fields/0/constraints", "{ \"required\": \"yes\" }")]
    [InlineData("/resources/0/schema/missingValues", "\"-\"")]
    [InlineData("/resources/0/schema/missingValues", "[{ \"label\": \"x\" }]")]
    [InlineData("/resources/0/schema/primaryKey", "1")]
    [InlineData("/resources/0/schema/primaryKey", "[]")]
    public void A_package_that_breaks_its_profile_is_found(string place, string? json)
    {
        _folder.Publish("agency", "one", "2026-09");
        var file = Path.Combine(_folder.Root, "data/agency/one/2026-09/v1.0.0/datapackage.json");
        Assert.Empty(DataPackageCheck.Run(file));

        var package = JsonNode.Parse(File.ReadAllText(file))!;
        var steps = place.Split('/')[1..];
        var node = steps[..^1].Aggregate(package, (at, step) => int.TryParse(step, out var index) ? at[index]! : at[step]!);
        if (json is null)
        {
            node.AsObject().Remove(steps[^1]);
        }
        else if (int.TryParse(steps[^1], out var index))
        {
            node[index] = JsonNode.Parse(json);
        }
        else
        {
            node[steps[^1]] = JsonNode.Parse(json);
        }

        File.WriteAllText(file, package.ToJsonString());
        Assert.NotEmpty(DataPackageCheck.Run(file));
    }
}
