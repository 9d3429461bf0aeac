namespace Publish.Storage.Tests;

public sealed class MediaTypesTests
{
    [Theory]
    [InlineData("data/a/b/2026/v1.0.0/people.csv", "text/csv; charset=utf-8; header=present")]
    [InlineData("data/a/b/2026/v1.0.0/people.csv-metadata.json", "application/csvm+json")]
    [InlineData("data/a/b/latest.json", "application/json")]
    [InlineData("data/a/b/2026/v1.0.0/people.parquet", "application/vnd.apache.parquet")]
    [InlineData("data/a/b/2026/v1.0.0/SHA256SUMS", "text/plain; charset=utf-8")]
    [InlineData("feed.json", "application/feed+json")]
    [InlineData("data/a/b/2026/v1.0.0", "application/octet-stream")]
    public void A_name_tells_its_type(string name, string type) => Assert.Equal(type, MediaTypes.Of(new BlobName(name)));
}
