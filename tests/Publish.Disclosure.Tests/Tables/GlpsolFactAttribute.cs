namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// A test that needs <c>glpsol</c>, and perhaps a reference dataset. Skips where the machine has none, except when
/// <c>CI=true</c>: then it fails.
/// </summary>
internal sealed class GlpsolFactAttribute : FactAttribute
{
    public GlpsolFactAttribute(string? dataset = null)
    {
        if (dataset is not null && ReferenceData.Find(dataset) is null && !ReferenceData.IsRequired)
        {
            Skip = $"The reference data '{dataset}' does not lie beside this checkout (../shared/reference/{dataset}).";
        }

        if (GlpsolProcess.Program is null && !ReferenceData.IsRequired)
        {
            Skip = "glpsol is not on the path (Debian's glpk-utils).";
        }
    }
}
