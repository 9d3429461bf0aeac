using Publish.Attacks.Recounts;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;

namespace Publish.Pipeline.Audit;

/// <summary>The joint classes of all keys at every published level, for the intruder who knows which of them occur.</summary>
internal static class JointClasses
{
    /// <summary>Gives each class its labels.</summary>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="plans">The tables' plans.</param>
    /// <returns>The classes, without any count.</returns>
    public static CountedClasses Of(GroupedUpload upload, IEnumerable<TablePlan> plans)
    {
        var levels = new Dictionary<(string Key, string Level), CountedLevel>();
        foreach (var plan in plans)
        {
            for (var d = 0; d < plan.Dimensions.Count; d++)
            {
                var codes = upload.Classes.Codes[plan.Request.Keys[d].Key];
                foreach (var column in plan.Dimensions[d].Columns)
                {
                    var level = plan.Dimensions[d].Hierarchy.Levels[column];
                    levels.TryAdd(
                        (plan.Dimensions[d].Name, level.Name),
                        new CountedLevel(plan.Dimensions[d].Name, level.Name, level.Labels, [.. codes.Select(code => level.CategoryOf[code])]));
                }
            }
        }

        return new CountedClasses([.. levels.Values], []);
    }
}
