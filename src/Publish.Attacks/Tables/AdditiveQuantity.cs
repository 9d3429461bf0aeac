namespace Publish.Attacks.Tables;

/// <summary>Something that adds up over cells and that derived numbers are made of, whether or not a table publishes it.</summary>
/// <param name="Name">Its name: that of the measure that publishes it in any table of the edition.</param>
/// <param name="Kind"><see cref="MeasureKind.Count"/> or <see cref="MeasureKind.Sum"/>.</param>
/// <param name="Scale">Decimals of its values, 0 to 18; counts have 0.</param>
/// <param name="IsAdditive">Whether disjoint cells add up: false for counts of respondents who may recur.</param>
/// <param name="IsNonNegative">Whether everyone knows that no contribution is negative. Always true for counts.</param>
public sealed record AdditiveQuantity(
    string Name, MeasureKind Kind, int Scale = 0, bool IsAdditive = true, bool IsNonNegative = false);
