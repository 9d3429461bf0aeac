using Publish.Policies.Reading;
using Publish.Policies.Releases;

namespace Publish.Policies.Checks;

/// <summary>Whether what a policy says about rounding and noise protects, and is the same for all it publishes.</summary>
internal static class PerturbationChecks
{
    public static void Check(Policy policy, ReadingLog log)
    {
        for (var i = 0; i < policy.Releases.Count; i++)
        {
            var path = PolicyPositions.PathOf("releases", i);
            if (policy.Releases[i] is TableRelease table)
            {
                Check(policy, table, path, log);
            }

            CheckMixture(policy, policy.Releases[i], path, log);
        }
    }

    private static void Check(Policy policy, TableRelease table, string path, ReadingLog log)
    {
        if (table.Rounding is not null && table.CellKey is not null)
        {
            log.Judge(path + "/cellKey", ReleaseCodes.RoundingAndCellKey, null, path + "/rounding");
        }

        if (table.Threshold < TableRelease.LeastThreshold && !table.IsPerturbed)
        {
            log.Judge(path + "/threshold", ReleaseCodes.ThresholdOfOne, null, path + "/rounding", path + "/cellKey", path + "/preset");
        }

        if (table.IsPerturbed && table.Measures.Any(measure => measure.Kind != MeasureKind.Count))
        {
            log.Judge(path + "/measures", ReleaseCodes.PerturbedMeasures, null, path + "/rounding", path + "/cellKey");
        }

        if (table.MayWithholdZeros && (table.CellKey is not null || table.Rounding?.MostPublishedAsZero >= table.Threshold))
        {
            var at = path + (table.GroupKeys.Count > 0 ? "/groupDisclosure" : "/zeros");
            log.Judge(at, ReleaseCodes.PerturbedZeros, null, path + "/threshold", path + "/rounding", path + "/cellKey", path + "/preset");
        }

        if (table.Rounding is { } rounding)
        {
            CheckRounding(table, rounding, path, log);
        }

        if (table is { CellKey: not null, Rounding: null } && policy.RespondentColumn is null)
        {
            log.Judge(path + "/cellKey", ReleaseCodes.CellKeyRespondent, null, "/respondent");
        }
    }

    private static void CheckRounding(TableRelease table, RoundingPolicy rounding, string path, ReadingLog log)
    {
        if (rounding.Method == RoundingMethod.Random == rounding.Key is null)
        {
            log.Judge(path + "/rounding", ReleaseCodes.RoundingKey, null, path + "/rounding/method", path + "/rounding/key");
        }

        if (table.Preset?.RoundingBase > rounding.Base)
        {
            log.Judge(path + "/rounding", ReleaseCodes.PresetRounding, null, path + "/rounding/base", path + "/preset");
        }

        if (rounding.Method == RoundingMethod.SmallCount && table.Threshold > 1)
        {
            log.Judge(path + "/threshold", ReleaseCodes.SmallCountThreshold, null, path + "/rounding/method");
        }
    }

    // An exact total less a rounded one is what the rounding did, and records are exact numbers of rows.
    private static void CheckMixture(Policy policy, ReleasePolicy release, string path, ReadingLog log)
    {
        var (first, other) = (policy.Releases[0] as TableRelease, release as TableRelease);
        if (first?.Rounding != other?.Rounding || first?.CellKey != other?.CellKey)
        {
            var at = other?.CellKey is not null ? path + "/cellKey" : other?.Rounding is not null ? path + "/rounding" : path;
            log.Judge(at, ReleaseCodes.MixedPerturbation, null, "/releases/0");
        }
    }
}
