using Publish.Codes;
using Publish.Policies.Reading;

namespace Publish.Cli.Catalogues;

/// <summary>Finds the codes a person may have meant.</summary>
internal static class NearCodes
{
    private const int Most = 3;
    private const int LongestText = 64;

    /// <summary>The codes that contain the text, or share most of its letters in their order; nearest first.</summary>
    /// <param name="id">What was asked for.</param>
    /// <param name="codes">The catalogue.</param>
    /// <returns>At most three; empty where none is near.</returns>
    public static IReadOnlyList<Code> To(string id, IReadOnlyList<Code> codes)
    {
        if (id.Length is 0 or > LongestText)
        {
            return [];
        }

        var wanted = id.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        return
        [
            .. codes
                .Select(code => (Code: code, Distance: Distance(wanted, code.Id)))
                .Where(pair => pair.Distance <= int.Max(2, wanted.Length / 2))
                .OrderBy(pair => pair.Distance)
                .Take(Most)
                .Select(pair => pair.Code),
        ];
    }

    private static int Distance(string wanted, string id) =>
        id.Contains(wanted, StringComparison.Ordinal) ? 0 : Suggestion.Distance(wanted, id);
}
