namespace Publish.Tests;

/// <summary>
/// A test that reads a reference dataset. Skips with the reason where the data does not lie beside the checkout,
/// except when <c>CI=true</c>: then it runs, and fails on the missing folder.
/// </summary>
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute(string dataset)
    {
        if (ReferenceData.Find(dataset) is null && !ReferenceData.IsRequired)
        {
            Skip = $"The reference data '{dataset}' does not lie beside this checkout (../shared/reference/{dataset}).";
        }
    }
}
