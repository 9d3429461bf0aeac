using Publish.Disclosure.Records;

namespace Publish.Disclosure.Tests.Records;

public sealed class KeySeparationTests
{
    // (20,F,CA) (30,F,CA) (40,F,TX) (20,M,NY) (40,M,CA): age, sex, state; the reference's worked example.
    private static readonly ClassTable People = Tables.OfRows([[0, 0, 0], [1, 0, 0], [2, 0, 1], [0, 1, 2], [2, 1, 0]]);

    [Fact]
    public void Distinction_and_separation_are_those_of_the_worked_example()
    {
        Assert.Equal(new KeySeparation(.4, .6), KeySeparation.Of(People, [1]));
        Assert.Equal(new KeySeparation(.6, .7), KeySeparation.Of(People, [2]));
        Assert.Equal(new KeySeparation(.6, .8), KeySeparation.Of(People, [0]));
        Assert.Equal(new KeySeparation(.8, .9), KeySeparation.Of(People, [1, 2]));
        Assert.Equal(new KeySeparation(1, 1), KeySeparation.Of(People, [0, 1]));
        Assert.Equal(new KeySeparation(1, 1), KeySeparation.Of(People, [0, 2]));
        Assert.Equal(new KeySeparation(1, 1), KeySeparation.Of(People, [0, 1, 2]));
    }

    [Fact]
    public void No_rows_are_neither_distinct_nor_separate() =>
        Assert.Equal(new KeySeparation(0, 0), KeySeparation.Of(Tables.OfRows([]), []));
}
