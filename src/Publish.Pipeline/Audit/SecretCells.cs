namespace Publish.Pipeline.Audit;

/// <summary>
/// What the policy's rules say of the cells of one table, in the order in which <see cref="CellRecount"/> counts them.
/// </summary>
/// <param name="AreSecret">Whether a rule forbids to publish the cell.</param>
/// <param name="CountLower">How many fewer respondents each cell must be able to have.</param>
/// <param name="CountReach">How many more respondents each cell must be able to have.</param>
/// <param name="SumReach">
/// <c>SumReach[measure][cell]</c>, by the measures of the table's request: how far the sum must be able to be from its value.
/// </param>
/// <param name="Totals"><c>Totals[measure][cell]</c>: the sum of absolute contributions; a sum cannot be lower by more.</param>
/// <param name="Contributors">
/// <c>Contributors[measure]</c>: how many fewer and more each cell must be able to have who have a value, and who have none.
/// </param>
/// <param name="EmptyReach"><c>EmptyReach[measure]</c>: how far above 0 the sum of a cell that nobody is in must be able to be.</param>
internal sealed record SecretCells(
    bool[] AreSecret,
    Int128[] CountLower,
    Int128[] CountReach,
    Int128[][] SumReach,
    Int128[][] Totals,
    SecretContributors[] Contributors,
    Int128[] EmptyReach)
{
    /// <summary>Puts the cells of several grouping sets one after the other.</summary>
    /// <param name="sets">At least one.</param>
    public static SecretCells Join(IReadOnlyList<SecretCells> sets) => new(
        [.. sets.SelectMany(set => set.AreSecret)],
        [.. sets.SelectMany(set => set.CountLower)],
        [.. sets.SelectMany(set => set.CountReach)],
        [.. sets[0].SumReach.Select((_, measure) => sets.SelectMany(set => set.SumReach[measure]).ToArray())],
        [.. sets[0].Totals.Select((_, measure) => sets.SelectMany(set => set.Totals[measure]).ToArray())],
        [.. sets[0].Contributors.Select((_, measure) => SecretContributors.Join([.. sets.Select(set => set.Contributors[measure])]))],
        sets[0].EmptyReach);
}
