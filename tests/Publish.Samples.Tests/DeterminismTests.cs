namespace Publish.Samples.Tests;

public sealed class DeterminismTests
{
    public static TheoryData<string> Datasets => Samples.Datasets;

    [Theory]
    [InlineData("road-casualties", "a00864b985b3922d5766db5dbd001ab72b4c28ad4497ffe0713dc8ea2eae6618")]
    [InlineData("hospital-stays", "d0f0ee512e910c83877a1d5212313367a94c4177806687327d620f3459483973")]
    [InlineData("apprenticeships", "31f2dfdf794ffb9c585e500f9bdcc359375099c3c5613c8327c7a9d1a60d5763")]
    [InlineData("waiting-list", "4ee33eaa6648d34f33b3f278a9f94bdd6e26bda27de025289e13be0282c521e9")]
    [InlineData("travel-passes", "ce372816ca6026279c9a085667faf1541d10600a77af6c01dd5754024fce1fbc")]
    public void The_bytes_of_a_seed_are_the_same_on_any_machine(string dataset, string digest) =>
        Assert.Equal(digest, Bytes.Digest(Bytes.Of(Samples.Of(dataset))));

    [Fact]
    public void The_bytes_of_the_faulty_file_are_the_same_on_any_machine() =>
        Assert.Equal("02126613f9c1bac410d1e0bbc387f26312bcd1f57c0cd0f92125acc39c6757cf", Bytes.Digest(Bytes.Of(Samples.RoadCasualties.FaultyUpload!)));

    [Theory]
    [MemberData(nameof(Datasets))]
    public void A_file_can_be_written_again(string dataset) =>
        Assert.Equal(Bytes.Of(Samples.Of(dataset)), Bytes.Of(Samples.Of(dataset)));

    [Theory]
    [MemberData(nameof(Datasets))]
    public void The_stream_is_left_open(string dataset)
    {
        using var stream = new MemoryStream();

        Samples.Of(dataset).WriteUpload(stream, Bytes.Seed);

        Assert.True(stream.CanWrite);
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public void Another_seed_gives_another_file(string dataset) =>
        Assert.NotEqual(Bytes.Of(Samples.Of(dataset)), Bytes.Of(Samples.Of(dataset), Bytes.Seed + 1));
}
