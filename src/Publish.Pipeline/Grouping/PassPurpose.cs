namespace Publish.Pipeline.Grouping;

/// <summary>What a pass is for, as far as its stores have to know.</summary>
/// <param name="Workers">The numbers of classes that stores are given are those of this many workers. At least 1.</param>
/// <param name="Secret">The secret of the pseudonyms to keep in place of digests, or <see langword="null"/>.</param>
/// <param name="IsMerge">True where the stores are filled from partial tables, which hold pseudonyms and sums already.</param>
internal sealed record PassPurpose(int Workers, byte[]? Secret, bool IsMerge)
{
    /// <summary>Whether what stands for people is pseudonyms, however their column is typed.</summary>
    public bool HasPseudonyms => Secret is not null || IsMerge;

    /// <summary>To read a whole upload.</summary>
    /// <param name="threads">Threads that read.</param>
    public static PassPurpose Whole(int threads) => new(threads, Secret: null, IsMerge: false);

    /// <summary>To read a part of an upload into a partial table.</summary>
    /// <param name="threads">Threads that read.</param>
    /// <param name="secret">The upload's secret.</param>
    public static PassPurpose Part(int threads, byte[] secret) => new(threads, secret, IsMerge: false);

    /// <summary>To merge partial tables.</summary>
    public static PassPurpose Merge { get; } = new(1, Secret: null, IsMerge: true);
}
