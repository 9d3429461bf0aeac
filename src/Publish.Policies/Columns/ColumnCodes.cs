using Publish.Codes;

namespace Publish.Policies.Columns;

/// <summary>What can be wrong with what a policy says about columns.</summary>
[Codes]
public static class ColumnCodes
{
    /// <summary>A column that the policy does not have.</summary>
    public static readonly Code Unknown = new(
        "policy-unknown-column", "The policy has no such column.", "Name a column of the policy, spelt as it is there.");

    /// <summary>A bound that is no value of the column.</summary>
    public static readonly Code BoundType = new(
        "policy-bound-type", "The bound is not a value of the column's type.", "Write the bound as the type asks, or remove it.");

    /// <summary>A minimum above the maximum.</summary>
    public static readonly Code BoundOrder = new(
        "policy-bound-order", "The least value is above the greatest.", "Exchange or correct min and max.");

    /// <summary>A pattern that cannot be used.</summary>
    public static readonly Code Pattern = new(
        "policy-pattern",
        "The pattern is not a regular expression that can be matched in linear time.",
        "Correct it; lookarounds, back-references and very large repetitions cannot be used.");

    /// <summary>A permitted value that breaks the column's own rules.</summary>
    public static readonly Code ValueUnfit = new(
        "policy-value-unfit", "A permitted value breaks the column's other rules.", "Remove the value, or change the rule it breaks.");

    /// <summary>Decimals without a decimal column, or the other way round.</summary>
    public static readonly Code Decimals = new(
        "policy-decimals", "A column of type decimal, and no other, says how many decimals it has.", "Add or remove decimals.");

    /// <summary>Texts of true and false that cannot be used.</summary>
    public static readonly Code BooleanTexts = new(
        "policy-boolean-texts",
        "The texts of true and false belong to boolean columns, are given together, and have none in common.",
        "Give trueValues and falseValues, without a text in both, for a boolean column only.");

    /// <summary>A measure that is not a number.</summary>
    public static readonly Code MeasureType = new(
        "policy-measure-type", "A measure is a number.", "Make the type integer or decimal, or choose another role.");

    /// <summary>A respondent column that cannot be one.</summary>
    public static readonly Code Respondent = new(
        "policy-respondent",
        "The respondent column must be an identifier, and required where records are released: a record that names nobody could not be protected.",
        "Give the column role: identifier and, for records, required: true, or write respondent: row.");

    /// <summary>A column of weights that may be missing, or 0.</summary>
    public static readonly Code Weight = new(
        "policy-weight",
        "A sampling weight is a number above 0 that every row has.",
        "Give the column required: true and a min above 0.");

    /// <summary>A column that is called as the word for "every row".</summary>
    public static readonly Code RespondentAmbiguous = new(
        "policy-respondent-ambiguous",
        "There is a column called row, so respondent: row has two meanings.",
        "Rename that column.");

    /// <summary>Special category data without a condition.</summary>
    public static readonly Code SpecialCategory = new(
        "policy-special-category",
        "A column is special category data, and the agreement names no condition for it.",
        "Add specialCategory to the agreement (UK GDPR Article 9).");
}
