namespace Publish.Disclosure.Tables;

/// <summary>The categories of one level that lie in the same category of a coarser one, by what lies in them at the finest.</summary>
internal sealed class SiblingCategories
{
    private readonly int[] _fine;
    private readonly int[] _coarse;
    private readonly ILookup<int, int> _within;

    /// <param name="observed">The finest categories that occur.</param>
    /// <param name="fine">The category of each finest one at the finer level.</param>
    /// <param name="coarse">The same at the coarser level.</param>
    public SiblingCategories(int[] observed, int[] fine, int[] coarse)
    {
        (_fine, _coarse) = (fine, coarse);
        _within = observed.ToLookup(category => coarse[category]);
    }

    /// <summary>
    /// Where all the finest categories given are in one finer category of a coarser one: the finest categories of its
    /// siblings there, all of them, so that somebody who was there could be in any.
    /// </summary>
    /// <param name="finest">The finest categories that somebody is in.</param>
    public IEnumerable<int> Others(IEnumerable<int> finest) =>
        from there in finest.GroupBy(category => _coarse[category], category => _fine[category])
        where there.Distinct().Count() == 1
        from category in _within[there.Key]
        where _fine[category] != there.First()
        select category;
}
