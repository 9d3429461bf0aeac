using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>How logical types lie in memory, are called in SQL, and are handed over to DuckDB.</summary>
internal static class DuckTypeMap
{
    public static Type? ValueType(DuckType type) => type.Kind switch
    {
        DuckTypeKind.Boolean => typeof(bool),
        DuckTypeKind.TinyInt => typeof(sbyte),
        DuckTypeKind.SmallInt => typeof(short),
        DuckTypeKind.Integer or DuckTypeKind.Date => typeof(int),
        DuckTypeKind.BigInt or DuckTypeKind.Time or DuckTypeKind.Timestamp or DuckTypeKind.TimestampSeconds
            or DuckTypeKind.TimestampMilliseconds or DuckTypeKind.TimestampNanoseconds
            or DuckTypeKind.TimestampWithZone => typeof(long),
        DuckTypeKind.UnsignedTinyInt => typeof(byte),
        DuckTypeKind.UnsignedSmallInt => typeof(ushort),
        DuckTypeKind.UnsignedInteger => typeof(uint),
        DuckTypeKind.UnsignedBigInt => typeof(ulong),
        DuckTypeKind.Real => typeof(float),
        DuckTypeKind.DoublePrecision => typeof(double),
        DuckTypeKind.HugeInt or DuckTypeKind.Uuid => typeof(Int128),
        DuckTypeKind.UnsignedHugeInt => typeof(UInt128),
        DuckTypeKind.DecimalNumber => type.Width switch
        {
            <= 4 => typeof(short),
            <= 9 => typeof(int),
            <= 18 => typeof(long),
            _ => typeof(Int128),
        },
        _ => null,
    };

    public static string SqlName(DuckTypeKind kind) => kind switch
    {
        DuckTypeKind.UnsignedTinyInt => "UTINYINT",
        DuckTypeKind.UnsignedSmallInt => "USMALLINT",
        DuckTypeKind.UnsignedInteger => "UINTEGER",
        DuckTypeKind.UnsignedBigInt => "UBIGINT",
        DuckTypeKind.UnsignedHugeInt => "UHUGEINT",
        DuckTypeKind.DoublePrecision => "DOUBLE",
        DuckTypeKind.TimestampSeconds => "TIMESTAMP_S",
        DuckTypeKind.TimestampMilliseconds => "TIMESTAMP_MS",
        DuckTypeKind.TimestampNanoseconds => "TIMESTAMP_NS",
        DuckTypeKind.TimestampWithZone => "TIMESTAMPTZ",
        _ => kind.ToString().ToUpperInvariant(),
    };

    public static LogicalTypeHandle ToNative(DuckType type)
    {
        switch (type.Kind)
        {
            case DuckTypeKind.DecimalNumber:
                return NativeTypes.CreateDecimal((byte)type.Width, (byte)type.Scale);
            case DuckTypeKind.List:
                using (var element = ToNative(type.Element!))
                {
                    return NativeTypes.CreateList(element);
                }

            case DuckTypeKind.Other:
                throw new ArgumentException("This type can't be written.", nameof(type));
            default:
                return NativeTypes.Create(type.Kind);
        }
    }

    public static DuckType FromNative(LogicalTypeHandle native)
    {
        var kind = NativeTypes.Kind(native);
        switch (kind)
        {
            case DuckTypeKind.DecimalNumber:
                return DuckType.Decimal(NativeTypes.DecimalWidth(native), NativeTypes.DecimalScale(native));
            case DuckTypeKind.List:
                using (var element = NativeTypes.ListElement(native))
                {
                    return DuckType.List(FromNative(element));
                }

            default:
                return DuckType.Of(Enum.IsDefined(kind) ? kind : DuckTypeKind.Other);
        }
    }
}
