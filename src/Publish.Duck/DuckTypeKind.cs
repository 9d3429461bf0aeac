using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage(
    "Naming", "CA1720:Identifier contains type name", Justification = "These are SQL's types, called as SQL calls them.")]

namespace Publish.Duck;

/// <summary>The kinds of column this binding reads or writes (<c>duckdb_type</c> in duckdb.h), with DuckDB's numbers.</summary>
public enum DuckTypeKind
{
    /// <summary>A type this binding does not read (structures, maps, enumerations, intervals, …).</summary>
    Other = 0,

    /// <summary><see cref="bool"/>.</summary>
    Boolean = 1,

    /// <summary><see cref="sbyte"/>.</summary>
    TinyInt = 2,

    /// <summary><see cref="short"/>.</summary>
    SmallInt = 3,

    /// <summary><see cref="int"/>.</summary>
    Integer = 4,

    /// <summary><see cref="long"/>.</summary>
    BigInt = 5,

    /// <summary><see cref="byte"/>.</summary>
    UnsignedTinyInt = 6,

    /// <summary><see cref="ushort"/>.</summary>
    UnsignedSmallInt = 7,

    /// <summary><see cref="uint"/>.</summary>
    UnsignedInteger = 8,

    /// <summary><see cref="ulong"/>.</summary>
    UnsignedBigInt = 9,

    /// <summary><see cref="float"/>.</summary>
    Real = 10,

    /// <summary><see cref="double"/>.</summary>
    DoublePrecision = 11,

    /// <summary>Microseconds since 1970-01-01 without a zone, a <see cref="long"/>.</summary>
    Timestamp = 12,

    /// <summary>Days since 1970-01-01, an <see cref="int"/>.</summary>
    Date = 13,

    /// <summary>Microseconds since midnight, a <see cref="long"/>.</summary>
    Time = 14,

    /// <summary><see cref="Int128"/>.</summary>
    HugeInt = 16,

    /// <summary>UTF-8 text.</summary>
    Varchar = 17,

    /// <summary>Bytes.</summary>
    Blob = 18,

    /// <summary>
    /// A decimal's unscaled value: <see cref="short"/> up to 4 digits, <see cref="int"/> up to 9, <see cref="long"/>
    /// up to 18, <see cref="Int128"/> up to 38.
    /// </summary>
    DecimalNumber = 19,

    /// <summary>Seconds since 1970-01-01, a <see cref="long"/>.</summary>
    TimestampSeconds = 20,

    /// <summary>Milliseconds since 1970-01-01, a <see cref="long"/>.</summary>
    TimestampMilliseconds = 21,

    /// <summary>Nanoseconds since 1970-01-01, a <see cref="long"/>.</summary>
    TimestampNanoseconds = 22,

    /// <summary>A list of one element type.</summary>
    List = 24,

    /// <summary><see cref="Int128"/> with its highest bit turned over.</summary>
    Uuid = 27,

    /// <summary>Microseconds since 1970-01-01 UTC, a <see cref="long"/>.</summary>
    TimestampWithZone = 31,

    /// <summary><see cref="UInt128"/>.</summary>
    UnsignedHugeInt = 32,
}
