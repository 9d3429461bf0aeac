namespace Publish.Tests;

/// <summary>Finds the published reference datasets that lie beside the checkout, never inside it.</summary>
internal static class ReferenceData
{
    /// <summary>True in continuous integration, where missing reference data is a failure and not a skip.</summary>
    public static bool IsRequired => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The folder of one reference dataset, or <see langword="null"/> when there is none.</summary>
    public static string? Find(string dataset)
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "reference", dataset));
        return Directory.Exists(folder) ? folder : null;
    }
}
