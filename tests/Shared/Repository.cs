namespace Publish.Tests;

/// <summary>Finds the checkout the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>Publish.sln</c>.</summary>
    // From the assembly's folder, not from the source's path: a deterministic build replaces that.
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Publish.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The tests run outside a checkout.");
    }
}
