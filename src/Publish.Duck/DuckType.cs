using System.Globalization;

namespace Publish.Duck;

/// <summary>The logical type of a column. Equal types compare equal; <see cref="ToString"/> gives the SQL text.</summary>
public sealed record DuckType
{
    private DuckType(DuckTypeKind kind, int width = 0, int scale = 0, DuckType? element = null) =>
        (Kind, Width, Scale, Element) = (kind, width, scale, element);

    /// <summary>True or false.</summary>
    public static DuckType Boolean { get; } = new(DuckTypeKind.Boolean);

    /// <summary>32-bit integers.</summary>
    public static DuckType Integer { get; } = new(DuckTypeKind.Integer);

    /// <summary>64-bit integers.</summary>
    public static DuckType BigInt { get; } = new(DuckTypeKind.BigInt);

    /// <summary>128-bit integers.</summary>
    public static DuckType HugeInt { get; } = new(DuckTypeKind.HugeInt);

    /// <summary>IEEE 754 doubles.</summary>
    public static DuckType DoublePrecision { get; } = new(DuckTypeKind.DoublePrecision);

    /// <summary>Dates.</summary>
    public static DuckType Date { get; } = new(DuckTypeKind.Date);

    /// <summary>Dates and times without a zone, to the microsecond.</summary>
    public static DuckType Timestamp { get; } = new(DuckTypeKind.Timestamp);

    /// <summary>UTF-8 text.</summary>
    public static DuckType Varchar { get; } = new(DuckTypeKind.Varchar);

    /// <summary>What the type is, without its parameters.</summary>
    public DuckTypeKind Kind { get; }

    /// <summary>A decimal's digits, 1 to 38; 0 for other types.</summary>
    public int Width { get; }

    /// <summary>A decimal's digits after the point, 0 to <see cref="Width"/>; 0 for other types.</summary>
    public int Scale { get; }

    /// <summary>A list's element type; <see langword="null"/> for other types.</summary>
    public DuckType? Element { get; }

    /// <summary>The managed type of one stored value, or <see langword="null"/> for text, lists and other types.</summary>
    public Type? ValueType => DuckTypeMap.ValueType(this);

    /// <summary>A decimal type.</summary>
    /// <param name="width">Digits, 1 to 38.</param>
    /// <param name="scale">Digits after the point, 0 to <paramref name="width"/>.</param>
    /// <returns>The type.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The digits are out of bounds.</exception>
    public static DuckType Decimal(int width, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 38);
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, width);
        return new(DuckTypeKind.DecimalNumber, width, scale);
    }

    /// <summary>A list type.</summary>
    /// <param name="element">The type of the elements.</param>
    /// <returns>The type.</returns>
    public static DuckType List(DuckType element) => new(DuckTypeKind.List, element: element);

    /// <summary>A type without parameters.</summary>
    /// <param name="kind">Anything but a decimal or a list.</param>
    /// <returns>The type.</returns>
    /// <exception cref="ArgumentException">The kind needs parameters.</exception>
    public static DuckType Of(DuckTypeKind kind) =>
        kind is DuckTypeKind.DecimalNumber or DuckTypeKind.List
            ? throw new ArgumentException("Decimals and lists have parameters.", nameof(kind))
            : new(kind);

    /// <summary>The type as SQL: <c>DECIMAL(18,2)</c>, <c>INTEGER[]</c>.</summary>
    public override string ToString() => Kind switch
    {
        DuckTypeKind.DecimalNumber => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Width},{Scale})"),
        DuckTypeKind.List => Element + "[]",
        _ => DuckTypeMap.SqlName(Kind),
    };
}
