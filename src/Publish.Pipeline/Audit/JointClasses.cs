using Publish.Attacks.Recounts;
using Publish.Disclosure.Tables;
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

    /// <summary>Adds the combinations that protection says to be empty and withheld: whether a reader sees that is the attack's to check.</summary>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="plans">The tables' plans.</param>
    /// <param name="proof">What protection offers.</param>
    /// <returns>The classes that occur, then the combinations that do not.</returns>
    public static CountedClasses WithEmpty(GroupedUpload upload, IReadOnlyList<TablePlan> plans, EditionProof proof)
    {
        var empty = OfferedProof.Empty(upload, proof, plans);
        return new CountedClasses(
            [.. Of(upload, plans).Levels.Select(level => level with { Codes = [.. level.Codes, .. empty.First(other => (other.Key, other.Level) == (level.Key, level.Level)).Codes] })], []);
    }

    /// <summary>Gives each class its labels, and the respondents that are in it and in no other.</summary>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="plans">The tables' plans.</param>
    /// <returns>The classes with <see cref="CellRecount.Frequency"/>, and who is in others too as those who stay.</returns>
    public static CountedClasses WithLoneRespondents(GroupedUpload upload, IEnumerable<TablePlan> plans)
    {
        Int128[] lone = [.. upload.Classes.Respondents.Select(count => (Int128)count)];
        var staying = new Int128[lone.Length];
        var overlaps = upload.Classes.Overlaps;
        for (var group = 0; group < overlaps.Respondents.Length; group++)
        {
            foreach (var c in overlaps.Classes.AsSpan(overlaps.Starts[group]..overlaps.Starts[group + 1]))
            {
                lone[c] -= overlaps.Respondents[group];
                staying[c] += overlaps.Respondents[group];
            }
        }

        return new CountedClasses(Of(upload, plans).Levels, [new CountedMeasure(CellRecount.Frequency, lone) { Staying = staying }]);
    }
}
