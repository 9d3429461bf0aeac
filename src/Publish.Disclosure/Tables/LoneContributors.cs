namespace Publish.Disclosure.Tables;

/// <summary>
/// The respondents who are in one joint class and in no other, apart by whether they have a value of a measure: those whom an
/// intruder may think of elsewhere.
/// </summary>
/// <param name="With">By joint class, those with a value.</param>
/// <param name="Without">By joint class, those without.</param>
internal sealed record LoneContributors(long[] With, long[] Without)
{
    /// <summary>Counts them.</summary>
    /// <param name="source">Classes in which whoever has a value and whoever has none are apart.</param>
    /// <param name="jointOf">The joint class of each.</param>
    /// <param name="presenceKey">The key that is 1 where there is a value.</param>
    /// <param name="count">How many joint classes there are.</param>
    public static LoneContributors Of(ClassTable source, int[] jointOf, int presenceKey, int count)
    {
        bool Has(int item) => source.Codes[presenceKey][item] == 1;

        var lone = new LoneContributors(new long[count], new long[count]);
        for (var item = 0; item < jointOf.Length; item++)
        {
            lone.Of(Has(item))[jointOf[item]] += source.Respondents[item];
        }

        var overlaps = source.Overlaps;
        for (var group = 0; group < overlaps.Respondents.Length; group++)
        {
            var own = overlaps.Classes[overlaps.Starts[group]..overlaps.Starts[group + 1]];
            foreach (var item in own)
            {
                lone.Of(Has(item))[jointOf[item]] -= overlaps.Respondents[group];
            }

            // With a row that has a value and one that has none, somebody has a value.
            if (Array.TrueForAll(own, item => jointOf[item] == jointOf[own[0]]))
            {
                lone.Of(Array.Exists(own, Has))[jointOf[own[0]]] += overlaps.Respondents[group];
            }
        }

        return lone;
    }

    /// <summary>Those with a value, or those without.</summary>
    /// <param name="haveValue">Which.</param>
    public long[] Of(bool haveValue) => haveValue ? With : Without;
}
