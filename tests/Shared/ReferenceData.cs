using System.Runtime.CompilerServices;

namespace Publish.Tests;

/// <summary>Finds the published reference datasets that lie beside the checkout, never inside it.</summary>
internal static class ReferenceData
{
    /// <summary>The folder of one reference dataset, or <see langword="null"/> when there is none.</summary>
    public static string? Find(string dataset, [CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Publish.sln")))
            {
                var candidate = Path.GetFullPath(Path.Combine(folder, "..", "shared", "reference", dataset));
                return Directory.Exists(candidate) ? candidate : null;
            }
        }

        return null;
    }

    /// <summary>True in continuous integration, where missing reference data is a failure and not a skip.</summary>
    public static bool IsRequired => Environment.GetEnvironmentVariable("CI") == "true";
}
