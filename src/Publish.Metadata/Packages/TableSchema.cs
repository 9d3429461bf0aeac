namespace Publish.Metadata.Packages;

/// <summary>The columns of a file (Table Schema, version 2.0).</summary>
/// <param name="Fields">The columns, in order.</param>
/// <param name="MissingValues">The texts that stand for no value, with what they mean.</param>
/// <param name="PrimaryKey">The columns whose values tell rows apart; <see langword="null"/> where rows may repeat.</param>
public sealed record TableSchema(
    IReadOnlyList<SchemaField> Fields, IReadOnlyList<MissingValue> MissingValues, IReadOnlyList<string>? PrimaryKey = null);

/// <summary>A column.</summary>
/// <param name="Name">The label in the header.</param>
/// <param name="Type">The standard's type: <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>date</c> or <c>datetime</c>.</param>
/// <param name="Title">The title people read.</param>
/// <param name="Description">What it means.</param>
/// <param name="Constraints">What every value meets; <see langword="null"/> for nothing.</param>
public sealed record SchemaField(
    string Name, string Type, string Title, string Description, FieldConstraints? Constraints = null);

/// <summary>What every value of a column meets.</summary>
/// <param name="Required">Whether no value is missing.</param>
public sealed record FieldConstraints(bool Required);

/// <summary>A text that stands for no value.</summary>
/// <param name="Value">The text.</param>
/// <param name="Label">What it means.</param>
public sealed record MissingValue(string Value, string Label);
