namespace Publish.Benchmarks.Measuring;

/// <summary>
/// The command line as its own project builds it: a Release build is compiled ahead, which the copy beside the
/// benchmarks is not.
/// </summary>
internal static class BuiltProgram
{
    /// <summary>The path of <c>publish.dll</c> of the same configuration as this build.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        AppContext.BaseDirectory,
        "../../../../../src/Publish.Cli",
        System.IO.Path.GetRelativePath(System.IO.Path.Combine(AppContext.BaseDirectory, "../../.."), AppContext.BaseDirectory),
        "publish.dll"));
}
