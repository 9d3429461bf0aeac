namespace Publish.Samples.Tests;

public sealed class PolicyFileTests
{
    public static TheoryData<string> Datasets => Samples.Datasets;

    [Theory]
    [MemberData(nameof(Datasets))]
    public void What_is_written_is_what_lies_in_the_repository(string dataset)
    {
        var sample = Samples.Of(dataset);
        var inRepository = Path.Combine(Repository.Root, "samples", "policies", sample.Agency);
        var written = Directory.CreateTempSubdirectory("publish-samples-").FullName;
        try
        {
            sample.WritePolicy(written);

            Assert.Equal(FilesIn(inRepository), FilesIn(written));
            Assert.Equal(sample.PolicyFiles.Order(StringComparer.Ordinal), FilesIn(written).Keys);
        }
        finally
        {
            Directory.Delete(written, recursive: true);
        }
    }

    [Fact]
    public void Every_folder_of_policies_is_a_sample() => Assert.Equal(
        SampleCatalogue.All.Select(sample => sample.Agency).Order(StringComparer.Ordinal),
        Directory.GetDirectories(Path.Combine(Repository.Root, "samples", "policies")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Datasets))]
    public void A_policy_leads_editors_to_the_schema(string dataset)
    {
        var sample = Samples.Of(dataset);
        var folder = Path.Combine(Repository.Root, "samples", "policies", sample.Agency);
        var first = File.ReadLines(Path.Combine(folder, sample.PolicyFileName)).First();

        Assert.StartsWith("# yaml-language-server: $schema=", first, StringComparison.Ordinal);
        Assert.Equal(
            Path.Combine(Repository.Root, "docs", "policy.schema.json"),
            Path.GetFullPath(Path.Combine(folder, first[(first.IndexOf('=', StringComparison.Ordinal) + 1)..])));
    }

    private static SortedDictionary<string, string> FilesIn(string folder) => new(
        Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), file => Bytes.Digest(File.ReadAllBytes(file))),
        StringComparer.Ordinal);
}
