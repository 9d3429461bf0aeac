namespace Publish.Disclosure.Tables.Cover;

/// <summary>How far one move has to reach, for each demand: what losing corners and gaining ones must have to lose.</summary>
/// <param name="Up">What those that lose when the cell gains must have.</param>
/// <param name="Down">What those that gain must have, for the same move the other way round.</param>
/// <param name="IsForAll">Whether the move must be possible in some direction for every demand.</param>
internal sealed record MoveDemand(long[] Up, long[] Down, bool IsForAll)
{
    /// <summary>Everything that is asked of a cell.</summary>
    public static MoveDemand Of(ClassSlack[] slacks, int cell) => new(
        Array.ConvertAll(slacks, slack => slack.Upper(cell)),
        Array.ConvertAll(slacks, slack => slack.Lower(cell)),
        true);

    /// <summary>The same one by one, each demand in each direction.</summary>
    public static IEnumerable<MoveDemand> Parts(ClassSlack[] slacks, int cell)
    {
        for (var demand = 0; demand < slacks.Length; demand++)
        {
            if (slacks[demand].Upper(cell) is > 0 and var upper)
            {
                yield return new(Only(slacks.Length, demand, upper), new long[slacks.Length], false);
            }

            if (slacks[demand].Lower(cell) is > 0 and var lower)
            {
                yield return new(new long[slacks.Length], Only(slacks.Length, demand, lower), false);
            }
        }
    }

    public bool LetsLose(ClassSlack[] slacks, int item) => Has(slacks, item, Up);

    public bool LetsGain(ClassSlack[] slacks, int item) => Has(slacks, item, Down);

    private static bool Has(ClassSlack[] slacks, int item, long[] amounts)
    {
        for (var demand = 0; demand < amounts.Length; demand++)
        {
            if (slacks[demand].Of(item) < amounts[demand])
            {
                return false;
            }
        }

        return true;
    }

    private static long[] Only(int count, int demand, long amount)
    {
        var amounts = new long[count];
        amounts[demand] = amount;
        return amounts;
    }
}
