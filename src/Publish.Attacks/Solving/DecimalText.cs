using System.Globalization;
using System.Numerics;
using Publish.Attacks.Results;

namespace Publish.Attacks.Solving;

/// <summary>Writes scaled whole numbers as decimals.</summary>
internal static class DecimalText
{
    /// <summary>The value of a witness: a decimal, or a fraction where it is none.</summary>
    public static string Of(WitnessValue value) =>
        value.Denominator.IsOne
            ? Of(value.Numerator, value.Scale)
            : string.Create(CultureInfo.InvariantCulture, $"{Of(value.Numerator, value.Scale)} / {value.Denominator}");

    /// <summary>A number in units of 10^−scale.</summary>
    public static string Of(BigInteger number, int scale)
    {
        var digits = BigInteger.Abs(number).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var sign = number.Sign < 0 ? "-" : "";
        return scale == 0 ? sign + digits : string.Concat(sign, digits.AsSpan(0, digits.Length - scale), ".", digits.AsSpan(digits.Length - scale));
    }
}
