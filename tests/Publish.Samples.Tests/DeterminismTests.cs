namespace Publish.Samples.Tests;

public sealed class DeterminismTests
{
    public static TheoryData<string> Datasets => Samples.Datasets;

    [Theory]
    [InlineData("road-casualties", "?")]
    [InlineData("hospital-stays", "?")]
    [InlineData("apprenticeships", "?")]
    public void The_bytes_of_a_seed_are_the_same_on_any_machine(string dataset, string digest) =>
        Assert.Equal(digest, Bytes.Digest(Bytes.Of(Samples.Of(dataset))));

    [Fact]
    public void The_bytes_of_the_faulty_file_are_the_same_on_any_machine() =>
        Assert.Equal("?", Bytes.Digest(Bytes.Of(Samples.RoadCasualties.FaultyUpload!)));

    [Theory]
    [MemberData(nameof(Datasets))]
    public void A_file_can_be_written_again(string dataset) =>
        Assert.Equal(Bytes.Of(Samples.Of(dataset)), Bytes.Of(Samples.Of(dataset)));

    [Theory]
    [MemberData(nameof(Datasets))]
    public void Another_seed_gives_another_file(string dataset) =>
        Assert.NotEqual(Bytes.Of(Samples.Of(dataset)), Bytes.Of(Samples.Of(dataset), Bytes.Seed + 1));
}
