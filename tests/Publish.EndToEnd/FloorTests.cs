using System.Xml.Linq;

namespace Publish.EndToEnd;

/// <summary>Holds the floors of the house apart: a room references lower floors only, never sideways.</summary>
public sealed class FloorTests
{
    private const string Samples = "Publish.Samples";

    private static readonly Dictionary<string, int> Floors = new(StringComparer.Ordinal)
    {
        ["Publish.Codes"] = 0,
        ["Publish.LinearPrograms"] = 0,
        ["Publish.Csv"] = 1,
        ["Publish.Duck"] = 1,
        ["Publish.Storage"] = 1,
        ["Publish.Telemetry"] = 1,
        ["Publish.Disclosure"] = 1,
        ["Publish.Attacks"] = 1,
        ["Publish.Policies"] = 2,
        ["Publish.Metadata"] = 3,
        ["Publish.Pipeline"] = 4,
        ["Publish.Portal"] = 4,
        ["Publish.Hosting"] = 5,
        ["Publish.Cli"] = 6,
        ["Publish.Functions"] = 6,
    };

    public static TheoryData<string> Rooms => [.. Floors.Keys];

    [Fact]
    public void Every_room_has_a_floor() =>
        Assert.Equal(
            Floors.Keys.Order(StringComparer.Ordinal),
            Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_lower_floors_only(string room) =>
        Assert.All(ReferencesOf(room), reference => Assert.True(
            Floors[reference] < Floors[room], $"{room} (floor {Floors[room]}) references {reference} (floor {Floors[reference]})."));

    // The demo makes its files with it; it lies beside the house and knows none of its rooms.
    [Fact]
    public void The_generator_of_samples_references_no_room() => Assert.Empty(
        XDocument.Load(Path.Combine(Repository.Root, "samples", Samples, Samples + ".csproj")).Descendants("ProjectReference"));

    [Theory]
    [InlineData("Publish.LinearPrograms")]
    [InlineData("Publish.Disclosure")]
    [InlineData("Publish.Attacks")]
    public void The_mathematics_uses_no_package(string room) => Assert.Empty(
        Project(room).Descendants("PackageReference"));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_room_has_its_tests(string room) =>
        Assert.True(File.Exists(Path.Combine(Repository.Root, "tests", room + ".Tests", room + ".Tests.csproj")));

    private static IEnumerable<string> ReferencesOf(string room) =>
        Project(room).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Where(name => name != Samples);

    private static XDocument Project(string room) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", room, room + ".csproj"));
}
