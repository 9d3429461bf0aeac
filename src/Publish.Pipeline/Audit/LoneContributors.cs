using Publish.Disclosure;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Counts a second time who is in one joint class and in no other, apart by whether they have a value of a measure: these are
/// the ones an intruder may think of elsewhere.
/// </summary>
internal static class LoneContributors
{
    /// <summary>Counts them.</summary>
    /// <param name="classes">The class table.</param>
    /// <param name="jointOf">The joint class of each class.</param>
    /// <param name="presence">The key that is 1 where there is a value.</param>
    /// <param name="count">How many joint classes there are.</param>
    /// <returns>By joint class, those with a value and those without.</returns>
    public static (Int128[] With, Int128[] Without) Of(ClassTable classes, int[] jointOf, int presence, int count)
    {
        var (with, without) = (new Int128[count], new Int128[count]);
        Int128[] Side(bool hasValue) => hasValue ? with : without;
        var codes = classes.Codes[presence];
        for (var c = 0; c < jointOf.Length; c++)
        {
            Side(codes[c] == 1)[jointOf[c]] += classes.Respondents[c];
        }

        var overlaps = classes.Overlaps;
        for (var group = 0; group < overlaps.Respondents.Length; group++)
        {
            var own = overlaps.Classes[overlaps.Starts[group]..overlaps.Starts[group + 1]];
            foreach (var c in own)
            {
                Side(codes[c] == 1)[jointOf[c]] -= overlaps.Respondents[group];
            }

            if (own.Select(c => jointOf[c]).Distinct().Take(2).Count() == 1)
            {
                Side(own.Any(c => codes[c] == 1))[jointOf[own[0]]] += overlaps.Respondents[group];
            }
        }

        return (with, without);
    }
}
