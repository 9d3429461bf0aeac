using Publish.Policies.Hierarchies;
using Publish.Policies.Reading;

namespace Publish.Policies.Checks;

/// <summary>Whether a key has the levels asked for.</summary>
internal static class LevelChecks
{
    /// <summary>Reports levels that are unknown or not fine to coarse.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="key">The key.</param>
    /// <param name="levels">The levels asked for.</param>
    /// <param name="path">Where they are listed; an item each, or one for all.</param>
    /// <param name="log">Takes the findings.</param>
    public static void Check(Policy policy, string key, IReadOnlyList<string> levels, string path, ReadingLog log)
    {
        var known = policy.LevelsOf(key);
        var hierarchy = PolicyPositions.PathOf("hierarchies", key);
        var last = -1;
        for (var i = 0; i < levels.Count; i++)
        {
            var at = log.IsLocated($"{path}/{i}") ? $"{path}/{i}" : path;
            var level = known.ToList().IndexOf(levels[i]);
            if (level < 0)
            {
                log.Judge(
                    at, HierarchyCodes.UnknownLevel, $"It is {Quotation.Of(levels[i])}. {Suggestion.For(levels[i], known)}".TrimEnd(), hierarchy);
                continue;
            }

            if (level < last)
            {
                log.Judge(at, HierarchyCodes.LevelOrder, null, hierarchy);
            }

            last = level;
        }
    }
}
