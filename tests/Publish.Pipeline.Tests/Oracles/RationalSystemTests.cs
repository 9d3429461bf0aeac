namespace Publish.Pipeline.Tests.Oracles;

public class RationalSystemTests
{
    [Fact]
    public void A_lone_unknown_is_determined_and_a_pair_is_not()
    {
        var system = new RationalSystem();
        system.Add([(0, 1)]);
        system.Add([(1, 1), (2, 1)]);
        Assert.Equal([0], system.Determined());
    }

    [Fact]
    public void Three_sums_of_two_out_of_three_determine_them_all()
    {
        var system = new RationalSystem();
        system.Add([(0, 1), (1, 1)]);
        system.Add([(1, 1), (2, 1)]);
        Assert.Empty(system.Determined());
        system.Add([(0, 1), (2, 1)]);
        Assert.Equal([0, 1, 2], system.Determined().Order());
    }

    [Fact]
    public void A_square_of_suppressed_cells_with_known_margins_is_not_determined()
    {
        var system = new RationalSystem();
        system.Add([(0, 1), (1, 1)]);
        system.Add([(2, 1), (3, 1)]);
        system.Add([(0, 1), (2, 1)]);
        system.Add([(1, 1), (3, 1)]);
        Assert.Empty(system.Determined());
    }
}
