namespace Publish.Pipeline.Audit;

/// <summary>How uncertain the numbers of those with and without a value of a measure must be, by cell; 0 asks for nothing.</summary>
/// <param name="With">How many fewer and more with a value there must be able to be.</param>
/// <param name="Without">The same of those without.</param>
internal sealed record SecretContributors((Int128[] Lower, Int128[] Upper) With, (Int128[] Lower, Int128[] Upper) Without)
{
    /// <summary>
    /// What the rules ask of the cells of one grouping set: a small number must be able to be one more, and one fewer where
    /// there is somebody who can be thought away.
    /// </summary>
    /// <param name="cells">The cells.</param>
    /// <param name="threshold">t.</param>
    /// <param name="canLose">For each cell whether one with a value, and one without, can be thought away.</param>
    public static SecretContributors Of(IReadOnlyList<CellFigures> cells, int threshold, (bool[] With, bool[] Without) canLose)
    {
        bool[] few = [.. cells.Select(cell => cell.Contributors < threshold)];
        bool[] fewLack = [.. cells.Select(cell => cell.Contributors < cell.Respondents && cell.Respondents - cell.Contributors < threshold)];
        return new SecretContributors(Reach(few, canLose.With), Reach(fewLack, canLose.Without));
    }

    /// <summary>Nothing, of a measure that everyone has.</summary>
    /// <param name="cells">How many cells there are.</param>
    public static SecretContributors None(int cells) => new((new Int128[cells], new Int128[cells]), (new Int128[cells], new Int128[cells]));

    /// <summary>Puts the cells of several grouping sets one after the other.</summary>
    /// <param name="sets">The sets.</param>
    public static SecretContributors Join(IReadOnlyList<SecretContributors> sets) => new(
        ([.. sets.SelectMany(set => set.With.Lower)], [.. sets.SelectMany(set => set.With.Upper)]),
        ([.. sets.SelectMany(set => set.Without.Lower)], [.. sets.SelectMany(set => set.Without.Upper)]));

    private static (Int128[] Lower, Int128[] Upper) Reach(bool[] areFew, bool[] canLose) => (
        [.. areFew.Zip(canLose, (isFew, can) => isFew && can ? (Int128)1 : 0)],
        Array.ConvertAll(areFew, isFew => isFew ? (Int128)1 : 0));
}
