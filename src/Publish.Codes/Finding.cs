namespace Publish.Codes;

/// <summary>A code met at a place. Never holds text of an input field: only positions, names the policy declares, and numbers.</summary>
/// <param name="Code">What kind of message this is.</param>
/// <param name="Place">Where: <c>row 4711, line 4712, column 3 (age)</c>, <c>policy.yaml:12:5</c>, a release's name. May be empty.</param>
/// <param name="Detail">One more sentence about this occurrence, or <see langword="null"/>.</param>
public sealed record Finding(Code Code, string Place, string? Detail = null)
{
    /// <summary>The finding as one line: place, problem, detail, remedy and code.</summary>
    public override string ToString() =>
        string.Concat(
            Place.Length == 0 ? "" : Place + ": ",
            Code.Problem,
            Detail is null ? "" : " " + Detail,
            " ",
            Code.Remedy,
            " [" + Code.Id + "]");
}
