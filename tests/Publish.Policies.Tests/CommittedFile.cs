namespace Publish.Policies.Tests;

/// <summary>
/// Files of the repository that are generated. With <c>PUBLISH_REGENERATE=1</c> in the environment a test writes what it
/// otherwise compares.
/// </summary>
internal static class CommittedFile
{
    public static string PathOf(string relative) => Path.Combine(Repository.Root, relative);

    public static void MustBe(string relative, string content)
    {
        if (Environment.GetEnvironmentVariable("PUBLISH_REGENERATE") == "1")
        {
            File.WriteAllText(PathOf(relative), content);
        }

        Assert.True(
            content == File.ReadAllText(PathOf(relative)),
            $"{relative} is not current; run the tests once with PUBLISH_REGENERATE=1 and commit it.");
    }
}
