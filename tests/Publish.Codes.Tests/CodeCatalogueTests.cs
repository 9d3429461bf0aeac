namespace Publish.Codes.Tests;

public sealed class CodeCatalogueTests
{
    [Fact]
    public void An_assembly_without_codes_has_an_empty_catalogue() =>
        Assert.Empty(CodeCatalogue.Of(typeof(Code).Assembly));
}
