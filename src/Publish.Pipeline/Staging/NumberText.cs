using System.Globalization;

namespace Publish.Pipeline.Staging;

/// <summary>Writes decimals that are kept as whole multiples of their last decimal.</summary>
internal static class NumberText
{
    /// <summary>The text of a decimal, with a full stop and all its decimals.</summary>
    /// <param name="unscaled">The value in units of its last decimal.</param>
    /// <param name="scale">Decimals, 0 to 38.</param>
    /// <returns>For example <c>-0.50</c>.</returns>
    public static string Decimal(Int128 unscaled, int scale)
    {
        var digits = Int128.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text = scale == 0 ? digits : string.Concat(digits.AsSpan(0, digits.Length - scale), ".", digits.AsSpan(digits.Length - scale));
        return unscaled < 0 ? "-" + text : text;
    }
}
