using Publish.Codes;

namespace Publish.Pipeline.Validation;

/// <summary>What is wrong with an upload beyond what the reader of its format sees.</summary>
[Codes]
public static class ValidationCodes
{
    /// <summary>A value that the policy's hierarchy has no place for.</summary>
    public static readonly Code OutsideHierarchy = new(
        "outside-hierarchy",
        "A value has no place in the hierarchy of its column.",
        "Correct the value, or add it to the hierarchy in the policy.");

    /// <summary>A text that spreadsheets run.</summary>
    public static readonly Code FormulaText = new(
        "formula-text",
        "A text that would be published starts as a spreadsheet formula does (=, @, or + or - before a word).",
        "Correct the value at its source; it is not changed on the way out.");

    /// <summary>A text that has another meaning in published files.</summary>
    public static readonly Code ReservedText = new(
        "reserved-text",
        "A value is the text that published files use for totals or for missing values.",
        "Rename the category, declare it as a missing mark, or declare another totalMark in the policy.");

    /// <summary>A value that occurs twice in a unique column.</summary>
    public static readonly Code NotUnique = new(
        "unique-error",
        "A value stands in an earlier row too, in a column whose values must be unique.",
        "Remove or correct the repeated row.");

    /// <summary>A column holds personal identifiers.</summary>
    public static readonly Code PersonalIdentifiers = new(
        "personal-identifiers",
        "A column that is not declared as an identifier appears to hold personal identifiers.",
        "Remove the column from the upload, or declare it with 'role: identifier' so that it is never published.");

    /// <summary>Too many classes to hold.</summary>
    public static readonly Code TooManyClasses = new(
        "too-many-classes",
        "The keys part the rows into more classes than can be worked on, or one key has too many different values.",
        "Declare coarser levels for the keys that have most values, or publish by fewer keys.");

    /// <summary>The file was changed during the run.</summary>
    public static readonly Code UploadChanged = new(
        "upload-changed",
        "The upload changed while it was read.",
        "Send the file again under a new name, and do not overwrite it before its receipt is there.");

    /// <summary>The Parquet file's columns are not the policy's.</summary>
    public static readonly Code ParquetColumnType = new(
        "parquet-column-type",
        "A column of the Parquet file has another type than the policy declares.",
        "Write the column with the declared type, or correct the policy.");
}
