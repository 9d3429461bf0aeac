namespace Publish.LinearPrograms.Tests;

/// <summary>
/// A test that compares with <c>glpsol</c>. Skips with the reason where it is not installed, except when <c>CI=true</c>:
/// then it runs, and fails.
/// </summary>
internal sealed class GlpsolFactAttribute : FactAttribute
{
    public GlpsolFactAttribute()
    {
        if (Glpsol.Path is null && !ReferenceData.IsRequired)
        {
            Skip = "glpsol is not on the path (Debian: apt-get install glpk-utils).";
        }
    }
}
