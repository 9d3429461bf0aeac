using System.Numerics;

namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// (n,k) dominance: a cell is sensitive if its n largest contributions are more than k % of its total
/// (Handbook, ch. 4.2.2).
/// </summary>
/// <param name="N">n, at least 1.</param>
/// <param name="K">k in percent, above 0 and below 100.</param>
public sealed record DominanceRule(int N, decimal K) : SensitivityRule
{
    /// <summary>What sampling weights do to the n largest. Default: the total alone is weighted.</summary>
    public SamplingWeights Weights { get; init; }

    /// <inheritdoc />
    public override PrimaryRule Reason => PrimaryRule.Dominance;

    /// <inheritdoc />
    public override int Depth => N;

    /// <inheritdoc />
    public override bool IsSensitive(in CellContributions cell) =>
        ExactShare.OfPercent(K).CompareShare(cell.Total, Dominant(cell)) < 0;

    /// <summary>Upper level 100/k · (x₁ + … + xₙ) − X (Handbook, ch. 4, table of protection levels).</summary>
    /// <inheritdoc />
    public override ProtectionLevel LevelOf(in CellContributions cell) => ProtectionLevel.Symmetric(
        (Int128)(ExactShare.OfPercent(K).Inverse().Ceiling(Dominant(cell)) - cell.Total), cell.Total);

    private BigInteger Dominant(in CellContributions cell) =>
        Weights == SamplingWeights.OfTotal ? Largest(cell) : LargestWeighted(cell);

    private BigInteger Largest(in CellContributions cell)
    {
        BigInteger sum = 0;
        for (var i = 0; i < N; i++)
        {
            sum += cell.SizeOf(i);
        }

        return sum;
    }

    /// <summary>
    /// A contribution of weight w stands for w respondents with that value, of whom the n largest are taken (τ-ARGUS
    /// manual 4.1). A weight that is not whole counts as it is, one below 1 as 1: then the n largest are never less
    /// than they could be.
    /// </summary>
    private BigInteger LargestWeighted(in CellContributions cell)
    {
        BigInteger sum = 0;
        var room = N * (BigInteger)cell.UnitWeight;
        for (var i = 0; i < cell.Largest.Length && room > 0 && cell.Largest[i].Size > 0; i++)
        {
            // In units of a weight's last decimal, rounded up.
            var (value, weighted) = ((BigInteger)cell.Largest[i].Size, BigInteger.Abs(cell.Largest[i].Weighted));
            var weight = BigInteger.Max(cell.UnitWeight, (weighted + value - 1) / value);
            sum += value * BigInteger.Min(weight, room);
            room -= weight;
        }

        return sum;
    }
}
