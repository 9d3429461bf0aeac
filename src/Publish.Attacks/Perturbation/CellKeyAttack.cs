using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Perturbation;

/// <summary>
/// Works out true counts from counts with noise, for an intruder who has learnt how far the noise goes: the gaps between
/// totals and their parts tell it in time. A number y then leaves the counts from y less the most that is added to y and the
/// most that is taken away; 0 stays 0; and true counts add up although numbers with noise do not. Of every suppressed
/// count, and every count no larger than the noise, it proves that at least two values agree with everything published.
/// </summary>
/// <remarks>
/// Of the perturbation table nothing but its two ends is taken to be known: who has all of it can leave out counts in
/// between as well.
/// </remarks>
/// <param name="complete">The tables of the edition, with a row for every cell (<see cref="CompleteTable"/>).</param>
/// <param name="truth">The true count of every row of these.</param>
/// <param name="classes">The joint classes, as <see cref="RoundingBounds"/> takes them.</param>
/// <param name="mostTaken">The most that noise takes away, at least 0.</param>
/// <param name="mostAdded">The most that noise adds, at least 0.</param>
/// <param name="options">How hard to try; <see langword="null"/> for the defaults.</param>
public sealed class CellKeyAttack(
    IReadOnlyList<PublishedTable> complete,
    IReadOnlyList<IReadOnlyList<Int128>> truth,
    CountedClasses classes,
    Int128 mostTaken,
    Int128 mostAdded,
    RoundingOptions? options = null) : IAttack
{
    /// <inheritdoc/>
    public string Name => "cell-key-bounds";

    /// <inheritdoc/>
    public string Knows => "All published cells, how far the noise goes, and which combinations nobody can be in.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var reach = new RoundingReach(Int128.Max(mostTaken, mostAdded) + 1, mostAdded, mostTaken) { StaysZero = true };
        var result = new RoundingBounds(complete, truth, classes, reach, options).Run();
        return result with
        {
            Attack = Name,
            Unit = "suppressed counts and counts within the noise",
            Witnesses = [.. result.Witnesses.Select(witness => witness with { Code = CodeOf(witness) })],
        };
    }

    private static Codes.Code CodeOf(Witness witness) =>
        witness.Code == AttackCodes.RoundedNotProven ? AttackCodes.CellKeyNotProven
        : witness.Code == AttackCodes.RoundedBounds ? AttackCodes.CellKeyBounds
        : witness.Code;
}
