using System.Globalization;
using Publish.Attacks;
using Publish.Attacks.Perturbation;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Codes;
using Publish.Pipeline.Admission;

namespace Publish.Pipeline.Audit;

/// <summary>
/// What the agency could round to, where its rounding gives a small count away: tables are rounded to larger bases and
/// attacked likewise, as far as moves alone prove them.
/// </summary>
/// <param name="complete">The tables as they were attacked.</param>
/// <param name="cells">The audit's count of their cells, row by row.</param>
/// <param name="classes">The joint classes with the respondents that are in no other.</param>
/// <param name="perturbation">The perturbation, which rounds each count by itself.</param>
internal sealed class LargerBases(
    IReadOnlyList<PublishedTable> complete, IReadOnlyList<CountedClasses> cells, CountedClasses classes, AdmittedPerturbation perturbation)
{
    private static readonly int[] Multiples = [2, 4, 10];

    /// <summary>The rounding's reach.</summary>
    /// <param name="rounding">A rounding of each count by itself.</param>
    public static RoundingReach ReachOf(RoundingPolicy rounding) =>
        rounding.Method == RoundingMethod.Random ? RoundingReach.Random(rounding.Base) : RoundingReach.Conventional(rounding.Base);

    /// <summary>Tries larger bases.</summary>
    /// <returns>Which of them suffices, or that none is known to.</returns>
    public Finding Advise()
    {
        var rounding = perturbation.Rounding!;
        int[] bases = [.. Multiples.Select(multiple => (long)rounding.Base * multiple).Where(larger => larger <= RoundingPolicy.MostBase).Select(larger => (int)larger)];
        var sufficient = bases.Where(larger => Suffices(rounding with { Base = larger })).Select(larger => (int?)larger).FirstOrDefault();
        return new Finding(AttackCodes.RoundedBounds, "rounding", sufficient is { } found
            ? string.Create(CultureInfo.InvariantCulture, $"To base {found}, every small or suppressed count of this upload keeps more than one value.")
            : string.Create(CultureInfo.InvariantCulture, $"No base up to {bases.DefaultIfEmpty(rounding.Base).Max()} that was tried is known to suffice."));
    }

    private bool Suffices(RoundingPolicy rounding)
    {
        PublishedTable[] rounded = [.. complete.Zip(cells, (table, counted) => CompleteTable.With(
            table, Sums(PerturbedCount.Of(counted, [], perturbation with { Rounding = rounding }), CellRecount.Frequency), rounding.Base))];
        var attack = new RoundingBounds(
            rounded, [.. cells.Select(counted => Sums(counted, CellRecount.Frequency))], classes, ReachOf(rounding), new RoundingOptions { ProgrammedCells = 0 });
        return attack.Run().Verdict == AttackVerdict.Withstood;
    }

    private static IReadOnlyList<Int128> Sums(CountedClasses counted, string measure) => counted.Measures.First(each => each.Name == measure).Sums;
}
