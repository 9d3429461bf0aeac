namespace Publish.Portal;

/// <summary>
/// The letters from A to Z that accented ones stand under. A table, since without a machine's collation data (invariant
/// globalisation) .NET decomposes none but ASCII.
/// </summary>
internal static class LatinLetters
{
    private static readonly Dictionary<char, char> Plain = new[]
    {
        "AÀÁÂÃÄÅĀĂĄ", "CÇĆĈĊČ", "DĎĐ", "EÈÉÊËĒĔĖĘĚẼ", "GĜĞĠĢ", "HĤĦ", "IÌÍÎÏĨĪĬĮİ", "JĴ", "KĶ", "LĹĻĽŁ", "NÑŃŅŇ", "OÒÓÔÕÖØŌŎŐ",
        "RŔŖŘ", "SŚŜŞŠ", "TŢŤŦ", "UÙÚÛÜŨŪŬŮŰŲ", "WŴẀẂẄ", "YÝŶŸỲ", "ZŹŻŽ",
    }.SelectMany(letters => letters[1..].Select(accented => (accented, letters[0]))).ToDictionary();

    /// <summary>The capital letter that a letter stands under.</summary>
    /// <param name="letter">A letter.</param>
    /// <returns>It without its accent, as a capital; anything else as it is.</returns>
    public static char CapitalOf(char letter)
    {
        var capital = char.ToUpperInvariant(letter);
        return Plain.GetValueOrDefault(capital, capital);
    }
}
