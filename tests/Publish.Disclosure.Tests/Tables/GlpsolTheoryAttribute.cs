namespace Publish.Disclosure.Tests.Tables;

/// <summary>A theory that needs <c>glpsol</c>; as <see cref="GlpsolFactAttribute"/>.</summary>
internal sealed class GlpsolTheoryAttribute : TheoryAttribute
{
    public GlpsolTheoryAttribute()
    {
        if (GlpsolProcess.Program is null && !ReferenceData.IsRequired)
        {
            Skip = "glpsol is not on the path (Debian's glpk-utils).";
        }
    }
}
