namespace Publish.Disclosure.Tables.Cover;

/// <summary>How hard a move is looked for.</summary>
/// <param name="Options">The cheapest partners looked at along each axis.</param>
/// <param name="Bases">The cheapest first corners looked at.</param>
/// <param name="Nodes">The partial moves looked at.</param>
/// <param name="MayGrow">Whether a move may change totals as well, where no other code makes up for a gain.</param>
internal sealed record SearchEffort(int Options, int Bases, int Nodes, bool MayGrow)
{
    /// <summary>From what nearly always does to what always does.</summary>
    public static IReadOnlyList<SearchEffort> Ladder { get; } =
    [
        new(6, 3, 3_000, false),
        new(24, 8, 30_000, false),
        new(12, 8, 30_000, true),
    ];
}
