namespace Publish.Disclosure.Tests.Tables;

/// <summary>A test that needs <c>glpsol</c>. Skips where the machine has none, except when <c>CI=true</c>: then it fails.</summary>
internal sealed class GlpsolFactAttribute : FactAttribute
{
    public GlpsolFactAttribute()
    {
        if (GlpsolIntervals.Program is null && !ReferenceData.IsRequired)
        {
            Skip = "glpsol is not on the path (Debian's glpk-utils).";
        }
    }
}
