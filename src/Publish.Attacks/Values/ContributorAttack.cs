using Publish.Attacks.Differences;
using Publish.Attacks.Editions;
using Publish.Attacks.Intervals;
using Publish.Attacks.Proofs;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;

namespace Publish.Attacks.Values;

/// <summary>
/// Attacks the numbers of those who have a value of a measure and of those who have none, over all tables of an edition. A sum
/// divided by a mean is the first, whichever tables publish the two; beside the count it leaves the second. Hidden cells of
/// which either is small must leave it open; no two published cells may differ by few who have a value; and where tables
/// overlap, no overlap that follows from them may have few of either kind.
/// </summary>
/// <remarks>
/// The count is the sum of the two, and numbers of both kinds that agree with what is published of each can be put together
/// at will. So each kind is attacked by itself, and nothing is lost. Of those who have none no two cells are subtracted: who
/// has none in a cell may have one elsewhere, so that the difference counts nobody in particular.
/// </remarks>
/// <param name="with">The tables with the numbers of those who have a value, as counts, with the cells that moves prove uncertain.</param>
/// <param name="without">The same of those who have none.</param>
/// <param name="requirements">How uncertain both numbers of suppressed cells must stay.</param>
/// <param name="threshold">t: a group of 1 to t − 1 respondents is a secret; at least 1.</param>
/// <param name="classes">Which joint classes there are; <see langword="null"/> where there is one table.</param>
/// <param name="recurs">Whether respondents recur in several cells of the grouping set of a row, by table and row; <see langword="null"/> where a count that does not add up says so.</param>
public sealed class ContributorAttack(
    (PublishedEdition Edition, ProvenCells? Proven) with,
    (PublishedEdition Edition, ProvenCells? Proven) without,
    IReadOnlyList<IntervalRequirement> requirements,
    Int128 threshold,
    CountedClasses? classes = null,
    Func<int, int, bool>? recurs = null) : IAttack
{
    /// <inheritdoc/>
    public string Name => "missing-values";

    /// <inheritdoc/>
    public string Knows => "How many respondents of each published cell have a value, whichever table tells it.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var log = new WitnessLog();
        AttackResult[] results =
        [
            .. Attacks(with), .. Attacks(without), new RespondentDifferenceAttack(with.Edition, threshold, recurs).Run(),
        ];
        foreach (var result in results)
        {
            log.Add(result.Found, result.Witnesses.Select(witness =>
                witness.Code == AttackCodes.NotProven ? witness : witness with { Code = AttackCodes.MissingValues }));
        }

        var all = log.Result(Name, results.Sum(result => result.Examined), "numbers of respondents with and without a value");
        return all.Verdict == AttackVerdict.Broken && results.All(result => result.Verdict != AttackVerdict.Broken)
            ? all with { Verdict = AttackVerdict.NotProven }
            : all;
    }

    private IEnumerable<AttackResult> Attacks((PublishedEdition Edition, ProvenCells? Proven) numbers)
    {
        yield return new IntervalAttack(numbers.Edition, requirements.Where(each => IsIn(numbers.Edition, each)).ToArray(), classes, numbers.Proven).Run();
        if (classes is not null)
        {
            yield return new OverlapAttack(numbers.Edition, classes, threshold).Run();
        }
    }

    private static bool IsIn(PublishedEdition edition, IntervalRequirement requirement) =>
        edition.Tables[requirement.Table].Measures.Any(measure => measure.Name == requirement.Measure);
}
