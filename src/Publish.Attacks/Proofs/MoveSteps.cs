namespace Publish.Attacks.Proofs;

/// <summary>
/// How often each move can be made, forwards and backwards, before a class or a cell would have to fall below what
/// everyone knows it to be at least. One object a measure.
/// </summary>
internal sealed class MoveSteps
{
    /// <summary>Stands for "as often as one likes"; far from where products overflow.</summary>
    public static readonly Int128 Unlimited = Int128.One << 100;

    private readonly Int128[] _forwards;
    private readonly Int128[] _backwards;

    public MoveSteps(int moves)
    {
        (_forwards, _backwards) = (new Int128[moves], new Int128[moves]);
        Array.Fill(_forwards, Unlimited);
        Array.Fill(_backwards, Unlimited);
    }

    /// <summary>Takes note that a move changes something that has some room above its least value.</summary>
    public void Limit(int move, Int128 change, Int128 room)
    {
        if (change == 0)
        {
            return;
        }

        var steps = room <= 0 ? 0 : room / Int128.Abs(change);
        ref var limit = ref (change < 0 ? ref _forwards[move] : ref _backwards[move]);
        limit = Int128.Min(limit, steps);
    }

    /// <summary>How far a move takes something down and up that it changes by <paramref name="change"/> a step.</summary>
    public (Int128 Down, Int128 Up) Reach(int move, Int128 change)
    {
        var (forwards, backwards) = (Product(_forwards[move], change), Product(_backwards[move], change));
        return change < 0 ? (forwards, backwards) : (backwards, forwards);
    }

    private static Int128 Product(Int128 steps, Int128 change) =>
        steps == 0 || change == 0 ? 0
        : Int128.Abs(change) > Unlimited / steps ? Unlimited
        : steps * Int128.Abs(change);
}
