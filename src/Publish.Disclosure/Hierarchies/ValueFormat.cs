using System.Globalization;

namespace Publish.Disclosure.Hierarchies;

/// <summary>How the whole numbers of an ordered key are written: <c>42</c>, <c>4.20</c>, <c>2026-10-01</c>, <c>2026-10-01T12:00:00</c>.</summary>
public sealed record ValueFormat
{
    private const long MicrosecondsADay = 86_400_000_000;
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private ValueFormat(ValueKind kind, int scale) => (Kind, Scale) = (kind, scale);

    /// <summary>Whole numbers.</summary>
    public static ValueFormat WholeNumber { get; } = new(ValueKind.WholeNumber, 0);

    /// <summary>Days since 1970-01-01, between the years 1 and 9999.</summary>
    public static ValueFormat Date { get; } = new(ValueKind.Date, 0);

    /// <summary>Microseconds since 1970-01-01T00:00:00, between the years 1 and 9999.</summary>
    public static ValueFormat Timestamp { get; } = new(ValueKind.Timestamp, 0);

    /// <summary>What the numbers stand for.</summary>
    public ValueKind Kind { get; }

    /// <summary>Digits after the decimal point; 0 but for decimals.</summary>
    public int Scale { get; }

    /// <summary>Decimals, in units of their last digit.</summary>
    /// <param name="scale">Digits after the decimal point, 0 to 18.</param>
    public static ValueFormat DecimalNumber(int scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, 18);
        return new ValueFormat(ValueKind.DecimalNumber, scale);
    }

    /// <summary>The smallest number that can be written.</summary>
    public long Smallest => Kind switch
    {
        ValueKind.Date => -Epoch,
        ValueKind.Timestamp => -Epoch * MicrosecondsADay,
        _ => long.MinValue,
    };

    /// <summary>The largest number that can be written.</summary>
    public long Largest => Kind switch
    {
        ValueKind.Date => DateOnly.MaxValue.DayNumber - Epoch,
        ValueKind.Timestamp => ((DateOnly.MaxValue.DayNumber - Epoch + 1) * MicrosecondsADay) - 1,
        _ => long.MaxValue,
    };

    /// <summary>The text of a number.</summary>
    /// <param name="value">The number, from <see cref="Smallest"/> to <see cref="Largest"/>.</param>
    public string Text(long value) => Kind switch
    {
        ValueKind.WholeNumber => value.ToString(CultureInfo.InvariantCulture),
        ValueKind.DecimalNumber => DecimalText(value),
        ValueKind.Date => Day(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => DateTime.UnixEpoch.AddTicks(checked(value * 10))
            .ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
    };

    /// <summary>The day a date or timestamp lies on.</summary>
    /// <param name="value">A number of days or microseconds.</param>
    internal DateOnly DayOf(long value) =>
        Day(Kind == ValueKind.Timestamp ? Floors.Divide(value, MicrosecondsADay) : value);

    private static DateOnly Day(long days) => DateOnly.FromDayNumber(checked((int)(days + Epoch)));

    private string DecimalText(long value)
    {
        var digits = Int128.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        var text = Scale == 0 ? digits : $"{digits[..^Scale]}.{digits[^Scale..]}";
        return value < 0 ? "-" + text : text;
    }
}
