using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;

namespace Publish.Pipeline.Audit;

/// <summary>
/// From which classes an intruder may think one respondent away: one who is counted in no other class, and whom no listed
/// cell of any table needs, since a row that is there says "at least one" unless tables list empty rows too.
/// </summary>
/// <param name="Anyone">For each class whether one can be thought away.</param>
/// <param name="Contributors">
/// By the key that says who has a value of a measure, for each class whether one who has one, and one who has none, is in no
/// other class: no listed row says that there is any of either.
/// </param>
internal sealed record RemovableRespondents(bool[] Anyone, IReadOnlyDictionary<int, (bool[] With, bool[] Without)> Contributors)
{
    /// <summary>Looks at all tables of an edition.</summary>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="plans">The tables' plans.</param>
    public static RemovableRespondents Of(GroupedUpload upload, IReadOnlyList<TablePlan> plans)
    {
        var classes = upload.Classes;
        var jointOf = new int[classes.ClassCount];
        var neededBy = new bool[jointOf.Length];
        foreach (var plan in plans)
        {
            var codes = new RecountCodes(upload, plan);
            var finest = plan.Request.Keys.Select(key => key.Levels.Min()).ToArray();
            var joint = new Dictionary<(int Before, UInt128 Code), int>();
            for (var c = 0; c < jointOf.Length; c++)
            {
                jointOf[c] = Number(joint, (jointOf[c], codes.Of(c, finest)));
            }

            foreach (var levels in plans.Any(ListsEmptyRows) ? [] : codes.Sets())
            {
                var cells = new Dictionary<UInt128, int>();
                int[] cellOf = [.. Enumerable.Range(0, jointOf.Length).Select(c => Number(cells, codes.Of(c, levels)))];
                var respondents = CellRecount.Distinct(classes, cellOf, cells.Count, presence: null);
                for (var c = 0; c < jointOf.Length; c++)
                {
                    neededBy[c] |= respondents[cellOf[c]] < 2;
                }
            }
        }

        var haveLone = HaveLone(classes, jointOf);
        return new RemovableRespondents(
            [.. neededBy.Select((isNeeded, c) => !isNeeded && haveLone.Contains(jointOf[c]))],
            plans.SelectMany(plan => plan.Request.Measures).Select(measure => measure.PresenceKey).OfType<int>().Distinct()
                .ToDictionary(presence => presence, presence => HaveLone(classes, jointOf, presence)));
    }

    private static (bool[] With, bool[] Without) HaveLone(Disclosure.ClassTable classes, int[] jointOf, int presence)
    {
        var (with, without) = LoneContributors.Of(classes, jointOf, presence, jointOf.Append(-1).Max() + 1);
        return (Array.ConvertAll(jointOf, joint => with[joint] > 0), Array.ConvertAll(jointOf, joint => without[joint] > 0));
    }

    /// <summary>Whether a table lists cells that nobody is in.</summary>
    /// <param name="plan">Its plan.</param>
    public static bool ListsEmptyRows(TablePlan plan) => plan.Release.Zeros == ZeroCells.Protected || plan.Release.GroupKeys.Count > 0;

    // The joint classes with somebody who is in no other one.
    private static HashSet<int> HaveLone(Disclosure.ClassTable classes, int[] jointOf)
    {
        var lone = (long[])classes.Respondents.Clone();
        var joint = new HashSet<int>();
        var overlaps = classes.Overlaps;
        for (var group = 0; group < overlaps.Respondents.Length; group++)
        {
            var own = overlaps.Classes[overlaps.Starts[group]..overlaps.Starts[group + 1]];
            foreach (var c in own)
            {
                lone[c] -= overlaps.Respondents[group];
            }

            if (own.Select(c => jointOf[c]).Distinct().Take(2).Count() == 1)
            {
                joint.Add(jointOf[own[0]]);
            }
        }

        joint.UnionWith(Enumerable.Range(0, jointOf.Length).Where(c => lone[c] > 0).Select(c => jointOf[c]));
        return joint;
    }

    private static int Number<T>(Dictionary<T, int> numbers, T name)
        where T : notnull
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            numbers.Add(name, number = numbers.Count);
        }

        return number;
    }
}
