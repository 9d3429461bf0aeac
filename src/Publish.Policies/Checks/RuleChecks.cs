using Publish.Policies.Reading;
using Publish.Policies.Releases;

namespace Publish.Policies.Checks;

/// <summary>Whether a table's rules can be meant.</summary>
internal static class RuleChecks
{
    public static void Check(TableRelease table, string path, ReadingLog log)
    {
        var rules = table.Rules;
        for (var i = 0; i < rules.Dominance.Count; i++)
        {
            if (rules.Dominance[i].K is <= 0 or >= 1)
            {
                var listed = $"{path}/dominance/{i}/k";
                log.Judge(log.IsLocated(listed) ? listed : path + "/dominance/k", ReleaseCodes.RuleShare, null);
            }
        }

        if (rules.PPercent is <= 0)
        {
            log.Judge(path + "/pPercent", ReleaseCodes.RuleShare, null);
        }

        if (rules.PriorPosterior is { } pair && (pair.P <= 0 || pair.P >= pair.Q))
        {
            log.Judge(path + "/priorPosterior/p", ReleaseCodes.RuleShare, null, path + "/priorPosterior/q");
        }

        if (log.IsLocated(path) && !table.HasMeasureColumn)
        {
            log.Judge(path, ReleaseCodes.RulesWithoutMeasure, null);
        }
    }
}
