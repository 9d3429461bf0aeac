using System.Globalization;

namespace Publish.Policies;

/// <summary>
/// Where each part of a policy stands in its file. Parts are named by JSON Pointers (RFC 6901) into the policy, such as
/// <c>/releases/0/threshold</c>; see <see cref="PathOf"/>.
/// </summary>
public sealed class PolicyPositions
{
    private readonly string _file;
    private readonly IReadOnlyDictionary<string, (int Line, int Column)> _positions;

    /// <summary>Creates the positions.</summary>
    /// <param name="file">The file's name, as it is shown to people.</param>
    /// <param name="positions">Line and column, both from 1, of each part, by path.</param>
    public PolicyPositions(string file, IReadOnlyDictionary<string, (int Line, int Column)> positions)
    {
        _file = file;
        _positions = positions;
    }

    /// <summary>Makes the path of a part: <c>PathOf("releases", 0, "by")</c> is <c>/releases/0/by</c>.</summary>
    /// <param name="steps">Keys (text, escaped here) and indices (whole numbers) from the top.</param>
    public static string PathOf(params ReadOnlySpan<object> steps)
    {
        var path = new System.Text.StringBuilder();
        foreach (var step in steps)
        {
            path.Append('/').Append(Escape(step));
        }

        return path.ToString();
    }

    /// <summary>Where a part stands; where it is absent, where the nearest part around it stands.</summary>
    /// <param name="path">The part.</param>
    /// <returns>Line and column, both from 1.</returns>
    public (int Line, int Column) At(string path)
    {
        (int Line, int Column) position;
        while (!_positions.TryGetValue(path, out position))
        {
            if (path.Length == 0)
            {
                return (1, 1);
            }

            path = path[..int.Max(0, path.LastIndexOf('/'))];
        }

        return position;
    }

    /// <summary>Where a part stands; where it is absent, where the nearest part around it stands.</summary>
    /// <param name="steps">Keys and indices from the top, as for <see cref="PathOf"/>.</param>
    /// <returns><c>road-casualties.yaml:12:5</c>: file, line and column.</returns>
    public string Place(params ReadOnlySpan<object> steps)
    {
        var (line, column) = At(PathOf(steps));
        return string.Create(CultureInfo.InvariantCulture, $"{_file}:{line}:{column}");
    }

    private static string Escape(object step) =>
        string.Create(CultureInfo.InvariantCulture, $"{step}")
            .Replace("~", "~0", StringComparison.Ordinal)
            .Replace("/", "~1", StringComparison.Ordinal);
}
