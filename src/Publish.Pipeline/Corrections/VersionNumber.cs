using System.Globalization;

namespace Publish.Pipeline.Corrections;

/// <summary>The numbers of an edition's versions: <c>v1.0.0</c>, and one patch more for each correction (semver.org).</summary>
internal static class VersionNumber
{
    /// <summary>The first version of an edition.</summary>
    public const string First = "v1.0.0";

    /// <summary>Every version of an edition up to one, the first first.</summary>
    /// <param name="version">The last of them.</param>
    public static IEnumerable<string> UpTo(string version)
    {
        for (var each = First; ; each = After(each))
        {
            yield return each;
            if (each == version)
            {
                yield break;
            }
        }
    }

    /// <summary>The version that corrects another.</summary>
    /// <param name="version">The version to correct, of the form of <see cref="First"/>.</param>
    /// <returns>The same with the next patch number.</returns>
    public static string After(string version)
    {
        var point = version.LastIndexOf('.') + 1;
        var patch = int.Parse(version.AsSpan(point), NumberStyles.None, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{version[..point]}{checked(patch + 1)}");
    }
}
