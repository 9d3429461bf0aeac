using Publish.Attacks.Recounts;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;
using Publish.Policies;
using ClassMoves = Publish.Attacks.Proofs.ClassMoves;

namespace Publish.Pipeline.Audit;

/// <summary>
/// The moves that protection offers as proof, over joint classes that are counted here a second time: which classes
/// there are is taken from protection, what is in them is not.
/// </summary>
internal static class OfferedProof
{
    /// <summary>Counts the classes and takes over the moves.</summary>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="proof">What protection offers.</param>
    /// <param name="plans">The tables' plans.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>
    /// The joint classes with what could be taken from each: sums, and for counts the respondents that are in no other
    /// class; and the moves over them.
    /// </returns>
    public static (CountedClasses Classes, ClassMoves Moves) Of(
        GroupedUpload upload, EditionProof proof, IReadOnlyList<TablePlan> plans, Policy policy)
    {
        var jointOf = JointOf(upload, proof);
        var count = proof.Codes.Length == 0 ? 1 : proof.Codes[0].Length;
        var measures = plans.SelectMany(plan => Measures(upload, plan, policy, jointOf, count))
            .Concat(Contributors(upload, plans, policy, jointOf, count))
            .DistinctBy(measure => measure.Name);
        var moves = new ClassMoves(proof.Moves.Starts, proof.Moves.Classes, proof.Moves.Changes);
        return (new CountedClasses(Levels(upload, proof, plans), [.. measures]), moves);
    }

    /// <summary>The combinations among protection's joint classes that no class of the upload is in.</summary>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="proof">What protection offers.</param>
    /// <param name="plans">The tables' plans.</param>
    /// <returns>Their codes at every level of the tables.</returns>
    public static IReadOnlyList<CountedLevel> Empty(GroupedUpload upload, EditionProof proof, IReadOnlyList<TablePlan> plans)
    {
        var occurring = JointOf(upload, proof).ToHashSet();
        return [.. Levels(upload, proof, plans).Select(level => level with { Codes = [.. level.Codes.Where((_, joint) => !occurring.Contains(joint))] })];
    }

    /// <summary>How many respondents are in each joint class and in no other, and how many are in others too.</summary>
    private static (Int128[] InNoOther, Int128[] InOthers) Respondents(GroupedUpload upload, int[] jointOf, int count)
    {
        var (own, others) = (new Int128[count], new Int128[count]);
        for (var c = 0; c < jointOf.Length; c++)
        {
            own[jointOf[c]] += upload.Classes.Respondents[c];
        }

        var overlaps = upload.Classes.Overlaps;
        for (var group = 0; group < overlaps.Respondents.Length; group++)
        {
            var classes = overlaps.Classes[overlaps.Starts[group]..overlaps.Starts[group + 1]];
            foreach (var c in classes)
            {
                own[jointOf[c]] -= overlaps.Respondents[group];
            }

            int[] joint = [.. classes.Select(c => jointOf[c]).Distinct()];
            var into = joint.Length == 1 ? own : others;
            foreach (var c in joint)
            {
                into[c] += overlaps.Respondents[group];
            }
        }

        return (own, others);
    }

    private static IEnumerable<CountedMeasure> Measures(
        GroupedUpload upload, TablePlan plan, Policy policy, int[] jointOf, int count)
    {
        var (own, others) = Respondents(upload, jointOf, count);
        yield return new CountedMeasure(CellRecount.Frequency, own) { Staying = others };
        foreach (var measure in plan.Request.Measures)
        {
            var sums = new Int128[count];
            for (var c = 0; c < jointOf.Length; c++)
            {
                sums[jointOf[c]] += upload.Classes.Sums[measure.Sum][c];
            }

            var column = policy.Columns[upload.Plan.Measures[measure.Sum]].Name;
            yield return new CountedMeasure(PublishedFormulas.SumOf(column), sums, policy.SumDecimals(column));
        }
    }

    private static IEnumerable<CountedMeasure> Contributors(
        GroupedUpload upload, IReadOnlyList<TablePlan> plans, Policy policy, int[] jointOf, int count)
    {
        var told = ToldContributors.Of(plans, policy);
        foreach (var (_, column, presence) in plans.SelectMany(plan => ToldContributors.In(plan, upload, policy, told)).DistinctBy(each => each.Column))
        {
            var (with, without) = LoneContributors.Of(upload.Classes, jointOf, presence, count);
            yield return new CountedMeasure(CellRecount.ContributorsOf(column), with);
            yield return new CountedMeasure(CellRecount.WithoutValueOf(column), without);
        }
    }

    private static int[] JointOf(GroupedUpload upload, EditionProof proof)
    {
        var index = new Dictionary<CodeTuple, int>();
        for (var joint = 0; proof.Codes.Length > 0 && joint < proof.Codes[0].Length; joint++)
        {
            index[new CodeTuple([.. proof.Codes.Select(codes => codes[joint])])] = joint;
        }

        var jointOf = new int[upload.Classes.ClassCount];
        for (var c = 0; c < jointOf.Length && proof.Codes.Length > 0; c++)
        {
            var codes = new int[proof.Keys.Length];
            for (var d = 0; d < codes.Length; d++)
            {
                codes[d] = upload.Hierarchies[proof.Keys[d]].Levels[proof.Levels[d]].CategoryOf[upload.Classes.Codes[proof.Keys[d]][c]];
            }

            jointOf[c] = index[new CodeTuple(codes)];
        }

        return jointOf;
    }

    private static List<CountedLevel> Levels(GroupedUpload upload, EditionProof proof, IReadOnlyList<TablePlan> plans)
    {
        var levels = new Dictionary<(string Key, string Level), CountedLevel>();
        foreach (var plan in plans)
        {
            for (var d = 0; d < plan.Dimensions.Count; d++)
            {
                var dimension = Array.IndexOf(proof.Keys, plan.Request.Keys[d].Key);
                var hierarchy = upload.Hierarchies[proof.Keys[dimension]];
                foreach (var column in plan.Dimensions[d].Columns)
                {
                    var (name, level) = (plan.Dimensions[d].Name, hierarchy.Levels[column]);
                    var parents = hierarchy.Parents(proof.Levels[dimension], column);
                    levels.TryAdd((name, level.Name), new CountedLevel(name, level.Name, level.Labels, Array.ConvertAll(proof.Codes[dimension], code => parents[code])));
                }
            }
        }

        return [.. levels.Values];
    }
}
