using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Publish.Codes;
using Publish.Storage;

namespace Publish.Pipeline.Parts;

/// <summary>The parts of a closed folder. Its marker may be empty: then they are what is there. Or it lists them.</summary>
internal sealed partial class PartList
{
    /// <summary>The longest name that a folder or a part may have: file systems have no longer ones.</summary>
    public const int LongestName = 200;

    /// <summary>The most bytes a marker may have.</summary>
    public const int MostBytes = 1 << 20;

    private readonly IReadOnlyDictionary<string, string?> _digests;

    private PartList(IReadOnlyList<string> names, IReadOnlyDictionary<string, string?> digests) => (Names, _digests) = (names, digests);

    /// <summary>The parts' names, in ordinal order. At least one.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether a name may be a part's: programs give others to what they leave beside their files.</summary>
    /// <param name="name">The name, with anything in it.</param>
    public static bool IsPart(string name) =>
        name.Length <= LongestName && !name.StartsWith('_') && !name.StartsWith('.') && !name.Contains('/', StringComparison.Ordinal) && BlobName.IsName(name);

    /// <summary>Compares what is there with what the marker says.</summary>
    /// <param name="present">The names of the parts that are there.</param>
    /// <param name="marker">The marker's content, at most one byte more than <see cref="MostBytes"/>.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="StopException">They differ, or the marker is no list.</exception>
    public static PartList Of(IEnumerable<string> present, byte[] marker)
    {
        string[] names = [.. present.Order(StringComparer.Ordinal)];
        var listed = Read(marker);
        var faults = names.Length == 0 && listed.Count == 0 ? [new Finding(PartCodes.NoParts, "")] : Compare(names, listed);
        return faults.Count == 0 ? new PartList(names, listed) : throw new StopException(Verdict.Rejected, faults);
    }

    /// <summary>Compares the parts as read with the digests that the marker lists, if any.</summary>
    /// <param name="sha256">The SHA-256 of each part.</param>
    /// <exception cref="StopException">One differs.</exception>
    public void Check(IReadOnlyList<string> sha256)
    {
        Finding[] faults =
        [
            .. Names.Zip(sha256)
                .Where(part => _digests.GetValueOrDefault(part.First) is { } digest && digest != part.Second)
                .Select(part => new Finding(PartCodes.OtherPart, $"part {part.First}")),
        ];
        if (faults.Length > 0)
        {
            throw new StopException(Verdict.Rejected, faults);
        }
    }

    private static List<Finding> Compare(string[] names, Dictionary<string, string?> listed) => listed.Count == 0
        ? []
        :
        [
            .. listed.Keys.Except(names).Order(StringComparer.Ordinal).Select(name => new Finding(PartCodes.MissingPart, $"part {name}")),
            .. names.Except(listed.Keys).Select(name => new Finding(PartCodes.ExtraPart, $"part {name}")),
        ];

    private static Dictionary<string, string?> Read(byte[] marker)
    {
        var listed = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (marker.Length > MostBytes)
        {
            throw new StopException(Verdict.Rejected, PartCodes.UnreadableList);
        }

        var lines = Encoding.Latin1.GetString(marker).Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            var match = Line().Match(lines[line].TrimEnd('\r'));
            var name = match.Groups["name"].Value;
            if (!match.Success || (name.Length > 0 && (!IsPart(name) || !listed.TryAdd(name, Digest(match)))))
            {
                throw new StopException(
                    Verdict.Rejected, PartCodes.UnreadableList, string.Create(CultureInfo.InvariantCulture, $"_SUCCESS, line {line + 1}"));
            }
        }

        return listed;
    }

    private static string? Digest(Match line) =>
        line.Groups["digest"].Success ? line.Groups["digest"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"\A(?:(?:(?<digest>[0-9A-Fa-f]{64}) [ *])?(?<name>\S+))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
