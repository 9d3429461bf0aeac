using Publish.Codes;

namespace Publish.Policies.Reading;

/// <summary>
/// What has been found while a policy is read, where its parts stand, and which of them are refused already, so that
/// one mistake is not told twice.
/// </summary>
internal sealed class ReadingLog(string file)
{
    /// <summary>The most findings listed.</summary>
    public const int MostFindings = 500;

    private readonly List<(int Line, int Column, Code Code, string? Detail)> _findings = [];
    private readonly Dictionary<string, (int Line, int Column)> _positions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly HashSet<string> _holdsRefused = new(StringComparer.Ordinal);
    private bool _hasMore;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsClean => _findings.Count == 0;

    /// <summary>Where the parts stand.</summary>
    public PolicyPositions Positions => new(file, _positions);

    /// <summary>The findings by line, column and code, each once.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        var listed = _findings
            .Distinct()
            .OrderBy(finding => finding.Line)
            .ThenBy(finding => finding.Column)
            .ThenBy(finding => finding.Code.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Detail, StringComparer.Ordinal)
            .Select(finding => new Finding(finding.Code, Place(finding.Line, finding.Column), finding.Detail));
        return _hasMore ? [.. listed, new Finding(PolicyCodes.MoreFindings, file)] : [.. listed];
    }

    /// <summary>Notes where a part stands.</summary>
    public void Locate(string path, (int Line, int Column) position) => _positions[path] = position;

    /// <summary>Whether a part is in the policy.</summary>
    public bool IsLocated(string path) => _positions.ContainsKey(path);

    /// <summary>Adds a finding at a position.</summary>
    public void Report(Code code, int line, int column, string? detail = null)
    {
        if (_findings.Count < MostFindings)
        {
            _findings.Add((line, column, code, detail));
        }
        else
        {
            _hasMore = true;
        }
    }

    /// <summary>Adds a finding about the form of a part, which is refused with it.</summary>
    public void Refuse(string path, Code code, (int Line, int Column) position, string? detail = null)
    {
        Report(code, position.Line, position.Column, detail);
        Refuse(path);
    }

    /// <summary>
    /// Adds a finding about the meaning of a part, unless that part or one it is judged by has been refused: then the
    /// judgement would rest on nothing.
    /// </summary>
    public void Judge(string path, Code code, string? detail, params ReadOnlySpan<string> because)
    {
        foreach (var part in because)
        {
            if (IsRefused(part))
            {
                return;
            }
        }

        if (!IsRefused(path))
        {
            var (line, column) = Positions.At(path);
            Report(code, line, column, detail);
        }
    }

    /// <summary>Marks a part as refused.</summary>
    public void Refuse(string path)
    {
        _refused.Add(path);
        var part = path;
        while (_holdsRefused.Add(part) && part.Length > 0)
        {
            part = Around(part);
        }
    }

    /// <summary>Whether a part, something in it, or a part around it has been refused.</summary>
    public bool IsRefused(string path) => _holdsRefused.Contains(path) || IsLost(path);

    /// <summary>Whether a part as a whole, or a part around it, has been refused.</summary>
    public bool IsLost(string path)
    {
        var part = path;
        while (part.Length > 0 && !_refused.Contains(part))
        {
            part = Around(part);
        }

        return _refused.Contains(part);
    }

    private static string Around(string path) => path[..path.LastIndexOf('/')];

    private string Place(int line, int column) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}:{line}:{column}");
}
