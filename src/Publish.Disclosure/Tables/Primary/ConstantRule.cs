namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// A cell is sensitive if every value that it adds up is the same one: then its mean tells the value of everyone in it,
/// however many they are (Handbook, ch. 5: group disclosure, of a measure). A cell whose values are all at a bound that
/// everyone knows is such a cell, and its sum alone tells it.
/// </summary>
public sealed record ConstantRule : SensitivityRule
{
    /// <inheritdoc />
    public override PrimaryRule Reason => PrimaryRule.Constant;

    /// <inheritdoc />
    public override bool IsSensitive(in CellContributions cell) => cell.IsConstant;
}
