using System.Diagnostics.CodeAnalysis;

namespace Publish.Csv;

/// <summary>The type every cell of a column must have. A typed cell is one 64-bit number; text stays UTF-8.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "They are the types' names in every schema language.")]
public enum CellType
{
    /// <summary>Any text. Encoded as UTF-8 bytes.</summary>
    Text,

    /// <summary>
    /// A whole number within 64 bits: an optional <c>-</c>, then digits without leading zeros, signs, separators,
    /// exponents or spaces. <c>007</c> is refused because as a number it would lose its zeros; so is <c>-0</c>.
    /// Encoded as itself.
    /// </summary>
    Integer,

    /// <summary>
    /// A decimal number: an <see cref="Integer"/>, then optionally the format's decimal mark and at least one digit.
    /// A digit other than zero beyond the column's scale is a fault, never rounded. <c>-0.00</c> is zero, because
    /// software that rounds writes it. Encoded as the value × 10^scale, which must fit in 64 bits.
    /// </summary>
    Decimal,

    /// <summary>One of the column's texts for true or false. Encoded as 1 or 0.</summary>
    Boolean,

    /// <summary>A date of the proleptic Gregorian calendar, years 1 to 9999. Encoded as days since 1970-01-01.</summary>
    Date,

    /// <summary>A date and time of day. Encoded as microseconds since 1970-01-01T00:00:00Z.</summary>
    Timestamp,
}
