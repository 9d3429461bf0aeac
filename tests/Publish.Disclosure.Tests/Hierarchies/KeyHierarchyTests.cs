using Publish.Disclosure.Hierarchies;

namespace Publish.Disclosure.Tests.Hierarchies;

public sealed class KeyHierarchyTests
{
    [Fact]
    public void Parents_lead_from_a_level_to_a_coarser_one()
    {
        var hierarchy = new KeyHierarchy("k", [Level("fine", 0, 1, 2, 3), Level("pairs", 0, 0, 1, 1), Level("all", 0, 0, 0, 0)]);
        Assert.Equal([0, 0, 1, 1], hierarchy.Parents(0, 1));
        Assert.Equal([0, 0], hierarchy.Parents(1, 2));
        Assert.Equal([0, 1], hierarchy.Parents(1, 1));
        Assert.Equal((3, 2), (hierarchy.LevelCount, hierarchy.Top));
    }

    [Fact]
    public void A_coarser_level_that_parts_what_a_finer_one_joins_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new KeyHierarchy("k", [Level("pairs", 0, 0, 1, 1), Level("other", 0, 1, 1, 0), Level("all", 0, 0, 0, 0)]));

    [Fact]
    public void A_hierarchy_ends_in_one_category()
    {
        Assert.Throws<ArgumentException>(() => new KeyHierarchy("k", [Level("fine", 0, 1)]));
        Assert.Throws<ArgumentException>(() => new KeyHierarchy("k", []));
    }

    [Fact]
    public void Levels_cover_the_same_values() =>
        Assert.Throws<ArgumentException>(() => new KeyHierarchy("k", [Level("fine", 0, 1), Level("all", 0)]));

    private static HierarchyLevel Level(string name, params int[] categoryOf) =>
        new(name, categoryOf, [.. Enumerable.Range(0, categoryOf.Max() + 1).Select(category => $"{name} {category}")]);
}
