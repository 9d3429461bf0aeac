using System.Text;
using Publish.Policies;

namespace Publish.Pipeline.Grouping;

/// <summary>What a text must not be if it is to stand in a published file.</summary>
internal static class PublishedText
{
    /// <summary>The label of a missing key value.</summary>
    public const string Missing = "(missing)";

    /// <summary>The texts that a policy's published files use for something else than a value.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The label of missing values and the total marks.</returns>
    public static IReadOnlySet<string> ReservedBy(Policy policy) =>
        policy.Tables.Select(table => table.TotalMark).Append(Missing).ToHashSet(StringComparer.Ordinal);

    /// <summary>Judges a text that becomes a label.</summary>
    /// <param name="text">A text of the upload.</param>
    /// <param name="reserved">Texts that published files use for something else.</param>
    /// <returns>0, <see cref="KeyCoder.Formula"/> or <see cref="KeyCoder.Reserved"/>.</returns>
    public static int FaultOf(string text, IReadOnlySet<string> reserved) =>
        reserved.Contains(text) ? KeyCoder.Reserved
        : IsFormula(Encoding.UTF8.GetBytes(text)) ? KeyCoder.Formula
        : 0;

    /// <summary>
    /// Whether a spreadsheet would run a text: it starts with <c>=</c>, <c>@</c>, a tab or a carriage return, or with
    /// <c>+</c> or <c>-</c> before anything but a number (OWASP, "CSV Injection"). Such a text is refused at the door:
    /// escaping it on the way out would change the data.
    /// </summary>
    /// <param name="text">UTF-8 text.</param>
    /// <returns>True where it is to be refused.</returns>
    public static bool IsFormula(ReadOnlySpan<byte> text) =>
        !text.IsEmpty
        && (text[0] is (byte)'=' or (byte)'@' or (byte)'\t' or (byte)'\r'
            || (text[0] is (byte)'+' or (byte)'-' && text.Length > 1 && !IsNumberStart(text[1])));

    private static bool IsNumberStart(byte letter) =>
        char.IsAsciiDigit((char)letter) || letter is (byte)' ' or (byte)'.' or (byte)',';
}
