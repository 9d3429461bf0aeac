using System.Text.RegularExpressions;

namespace Publish.Policies;

/// <summary>
/// What agencies, datasets, releases and editions may be called. They become parts of paths and addresses, so anything
/// else is refused before it touches one.
/// </summary>
public static partial class Names
{
    /// <summary>The form of a name: 1 to 63 of <c>a–z</c>, <c>0–9</c> and, not first, <c>-</c>.</summary>
    internal const string Form = "[a-z0-9][a-z0-9-]{0,62}";

    /// <summary>Whether a text may name an agency, a dataset or a release.</summary>
    /// <param name="text">The text.</param>
    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>Whether a text may name an edition: a name, which may have capitals, such as <c>2026-10</c>, <c>2026-Q3</c>.</summary>
    /// <param name="text">The text.</param>
    public static bool IsEdition(string text) => Edition().IsMatch(text);

    // \z and not $, which would let a line feed pass.
    [GeneratedRegex(@"\A" + Form + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Edition();
}
