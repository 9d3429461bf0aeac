using Publish.Policies.Columns;

namespace Publish.Policies.Format;

/// <summary>The keys of a column.</summary>
internal static class ColumnFormat
{
    private static readonly ListShape SomeTexts = new(Shapes.AnyText, "a list of at least one text", 1);

    /// <summary>One column.</summary>
    public static readonly ObjectShape Column = new("column", "a mapping with the column's type, role and rules",
    [
        new("type", Vocabularies.ColumnType.Shape, "The type every cell must have; nothing is inferred.") { IsRequired = true },
        new("role", Vocabularies.ColumnRole.Shape, "What the column is for. `key`: an intruder may know it; tables are broken down by it, records have it generalised. `sensitive`: a secret; published in records only, as collected. `measure`: a number that tables add up; never in records. `identifier`: names someone; never published. `drop`: checked and thrown away.") { IsRequired = true },
        new("title", Shapes.Text, "The title people read.") { Default = "the column's name" },
        new("description", Shapes.Text, "What the column means."),
        new("required", Shapes.Boolean, "Whether a missing cell is a fault.") { Default = "`false`" },
        new("unique", Shapes.Boolean, "Whether two equal cells are a fault.") { Default = "`false`" },
        new("min", Shapes.Bound, "The least value of a number, date (`2026-01-31`) or timestamp (`2026-01-31T12:00:00`, UTC)."),
        new("max", Shapes.Bound, "The greatest value, written as `min` is."),
        new("decimals", Shapes.Whole(0, ColumnPolicy.MaximumDecimals), "Decimals kept. Required for, and only for, type `decimal`; more decimals in a cell are a fault, never rounded."),
        new("pattern", new TextShape("a regular expression of 1 to 1000 characters") { Form = @"[\s\S]{1,1000}" }, "A regular expression for the whole text of a cell. Without lookarounds and back-references, so that it takes linear time."),
        new("values", SomeTexts, "The texts a cell may have."),
        new("missing", Shapes.MissingMarks, "The texts that mean \"no value\" in this column.") { Default = "those of the file" },
        new("trueValues", SomeTexts, "The texts of true in a boolean column; together with `falseValues`.") { Default = "`true`, `True`, `TRUE`, `1`" },
        new("falseValues", SomeTexts, "The texts of false in a boolean column; together with `trueValues`.") { Default = "`false`, `False`, `FALSE`, `0`" },
        new("specialCategory", Shapes.Boolean, "Whether it is special category data (UK GDPR Article 9).") { Default = "`false`" },
    ]);

    /// <summary>All columns.</summary>
    public static readonly MapShape Columns = new(
        Shapes.Column, Column, "a mapping of columns, by their labels in the header", 1, Shapes.MostColumns);
}
