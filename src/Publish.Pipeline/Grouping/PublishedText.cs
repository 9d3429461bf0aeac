namespace Publish.Pipeline.Grouping;

/// <summary>What a text must not be if it is to stand in a published file.</summary>
internal static class PublishedText
{
    /// <summary>The label of a missing key value.</summary>
    public const string Missing = "(missing)";

    /// <summary>
    /// Judges a text. A spreadsheet runs a cell that starts with <c>=</c>, <c>@</c>, a tab or a carriage return, or with
    /// <c>+</c> or <c>-</c> before anything but a number, as a formula (OWASP, "CSV Injection"). Such a text is refused at
    /// the door: escaping it on the way out would change the data.
    /// </summary>
    /// <param name="text">A text of the upload.</param>
    /// <param name="reserved">Texts that published files use for something else.</param>
    /// <returns>0, <see cref="KeyCoder.Formula"/> or <see cref="KeyCoder.Reserved"/>.</returns>
    public static int FaultOf(string text, IReadOnlySet<string> reserved)
    {
        if (reserved.Contains(text))
        {
            return KeyCoder.Reserved;
        }

        if (text.Length == 0)
        {
            return 0;
        }

        var runs = text[0] is '=' or '@' or '\t' or '\r'
            || (text[0] is '+' or '-' && text.Length > 1 && !(char.IsAsciiDigit(text[1]) || text[1] is ' ' or '.' or ','));
        return runs ? KeyCoder.Formula : 0;
    }
}
