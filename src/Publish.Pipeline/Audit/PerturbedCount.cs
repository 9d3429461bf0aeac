using Publish.Attacks.Perturbation;
using Publish.Attacks.Recounts;
using Publish.Pipeline.Admission;

namespace Publish.Pipeline.Audit;

/// <summary>Works out a second time what a table's counts must be published as, with code that protection has no part in.</summary>
internal static class PerturbedCount
{
    /// <summary>The name of the true count beside the published one.</summary>
    public const string Truth = "respondents";

    /// <summary>Puts the published count of every cell beside the true one.</summary>
    /// <param name="cells">The audit's count of the cells.</param>
    /// <param name="keys">The cell key of each, where record keys were made.</param>
    /// <param name="perturbation">The perturbation.</param>
    /// <returns>The cells with <see cref="Truth"/>, and with the count as published unless it cannot be told from one cell alone.</returns>
    public static CountedClasses Of(CountedClasses cells, IReadOnlyList<ulong> keys, AdmittedPerturbation perturbation)
    {
        var truth = cells.Measures.First(measure => measure.Name == CellRecount.Frequency).Sums;
        var measures = new List<CountedMeasure> { new(Truth, truth) };
        if (Published(cells, truth, keys, perturbation) is { } published)
        {
            measures.Add(new CountedMeasure(CellRecount.Frequency, [.. published]));
        }

        return new CountedClasses(cells.Levels, measures, areCells: true);
    }

    private static IEnumerable<Int128>? Published(
        CountedClasses cells, IReadOnlyList<Int128> truth, IReadOnlyList<ulong> keys, AdmittedPerturbation perturbation)
    {
        switch (perturbation.Rounding)
        {
            case { Method: RoundingMethod.Conventional } rounding:
                return truth.Select(count => RoundingRecount.Conventional(count, rounding.Base));
            case { Method: RoundingMethod.Random } rounding:
                return truth.Select((count, cell) => RoundingRecount.Random(count, rounding.Base, perturbation.Secret.Span, NameOf(cells, cell)));
            case { Method: RoundingMethod.SmallCount }:
                return null;
            default:
                var noise = new NoiseRecount(
                    [.. perturbation.Lines.Select(line => new NoiseLine(line.Count, line.UpTo, line.Noise))], perturbation.CellKey!.Repeats);
                return truth.Select((count, cell) => noise.Published(count, keys[cell]));
        }
    }

    // Levels stand coarse to fine: the last one shown is a key's finest.
    private static string NameOf(CountedClasses cells, int cell) =>
        RoundingRecount.NameOf(cells.Levels
            .Where(level => level.Codes[cell] >= 0)
            .GroupBy(level => level.Key, StringComparer.Ordinal)
            .Select(levels => (levels.Key, levels.Last().Level, levels.Last().Labels[levels.Last().Codes[cell]])));
}
