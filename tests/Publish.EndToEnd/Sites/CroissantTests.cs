using Publish.EndToEnd.Sites.Showcases;

namespace Publish.EndToEnd.Sites;

/// <summary>Holds what describes a version after Croissant to its specification, read as triples: a term that the context lacks says nothing.</summary>
[Collection(SiteTests.Name)]
public sealed class CroissantTests(DemoSite demo, ShowcaseSite showcase)
{
    private const string Croissant = "croissant.ttl";

    [Fact]
    public void Every_description_meets_the_shapes_of_croissant()
    {
        // Of a long history the newest version is like the others.
        string[] files = [.. new[] { demo.Root, showcase.Root }
            .SelectMany(root => Directory.EnumerateFiles(Path.Combine(root, "data"), "croissant.json", SearchOption.AllDirectories))
            .GroupBy(file => Path.GetFullPath(Path.Combine(file, "..", "..", "..")))
            .Select(dataset => dataset.Order(StringComparer.Ordinal).Last())];
        Assert.Equal(11, files.Length);
        Assert.All(files, file =>
        {
            var (triples, broken) = Shapes.Validate(Croissant, File.ReadAllText(file));
            Assert.Empty(broken);
            Assert.True(triples > 50, $"{triples} triples");
        });
    }

    [Theory]
    [InlineData("croissant/1.1\"", "croissant/1.0\"", "terms/conformsTo")]
    [InlineData("\"license\"", "\"licence\"", "schema.org/license")]
    [InlineData("\"creator\"", "\"author\"", "schema.org/creator")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"x", "schema.org/sha256")]
    [InlineData("\"contentUrl\"", "\"address\"", "schema.org/contentUrl")]
    [InlineData("\"encodingFormat\"", "\"mediaType\"", "schema.org/encodingFormat")]
    [InlineData("\"dataType\": {", "\"other\": {", "croissant/dataType")]
    [InlineData("sc:Text", "sc:Word", "croissant/dataType")]
    [InlineData("\"cr:Field\"", "\"cr:Column\"", "croissant/field")]
    [InlineData("\"extract\": {", "\"extracted\": {", "MinCountConstraint")]
    [InlineData("\"cr:RecordSet\"", "\"cr:Records\"", "croissant/recordSet")]
    public void A_broken_description_breaks_a_shape(string old, string other, string path)
    {
        var text = File.ReadAllText(Path.Combine(showcase.Root, ShowcaseSite.Survey, "croissant.json"));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.Contains(Shapes.Validate(Croissant, text.Replace(old, other, StringComparison.Ordinal)).Broken, result => result.Contains(path, StringComparison.Ordinal));
    }
}
