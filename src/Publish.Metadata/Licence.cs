namespace Publish.Metadata;

/// <summary>A licence as catalogues name it.</summary>
/// <param name="Title">The title people read.</param>
/// <param name="Address">Where its text is.</param>
public sealed record Licence(string Title, string Address)
{
    // SPDX identifiers whose official text does not lie at spdx.org.
    private static readonly Dictionary<string, Licence> Known = new(StringComparer.Ordinal)
    {
        ["OGL-UK-3.0"] = new("Open Government Licence v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
        ["OGL-UK-2.0"] = new("Open Government Licence v2.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/"),
        ["CC-BY-4.0"] = new("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ["CC0-1.0"] = new("Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ["ODbL-1.0"] = new("Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    };

    /// <summary>The licence that a policy names.</summary>
    /// <param name="licence">An SPDX identifier, or an address.</param>
    /// <returns>Its title and address; any other identifier's text is at <c>spdx.org</c>.</returns>
    public static Licence Of(string licence)
    {
        ArgumentNullException.ThrowIfNull(licence);
        return Known.TryGetValue(licence, out var known) ? known
            : licence.Contains("://", StringComparison.Ordinal) ? new Licence(licence, licence)
            : new Licence(licence, $"https://spdx.org/licenses/{Uri.EscapeDataString(licence)}.html");
    }
}
