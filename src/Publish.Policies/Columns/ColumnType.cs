using System.Diagnostics.CodeAnalysis;

namespace Publish.Policies.Columns;

/// <summary>The type every cell of a column must have. Nothing is inferred.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "They are the types' names in every schema language.")]
public enum ColumnType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number within 64 bits, without leading zeros.</summary>
    Integer,

    /// <summary>A decimal number with at most the declared decimals.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A date and time of day.</summary>
    Timestamp,
}
