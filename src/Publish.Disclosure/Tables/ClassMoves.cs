namespace Publish.Disclosure.Tables;

/// <summary>
/// Changes of joint classes that leave everything published as it is: what protection relied on, for others to check.
/// Move m changes <c>Classes[i]</c> by <c>Changes[i]</c>, in proportion, for i from <c>Starts[m]</c> to <c>Starts[m + 1]</c>.
/// </summary>
/// <param name="Starts">Where each move's entries start; one more entry than moves, the first 0.</param>
/// <param name="Classes">The classes that change, as the system of contributions numbers them; none twice in one move.</param>
/// <param name="Changes">By how many units each changes when the move is made once; of magnitude below 2^31.</param>
public sealed record ClassMoves(int[] Starts, int[] Classes, long[] Changes)
{
    /// <summary>The magnitude that every change stays below: added up over a move they cannot overflow.</summary>
    public const long MostChange = 1L << 31;

    /// <summary>No moves.</summary>
    public static ClassMoves None { get; } = new([0], [], []);
}
