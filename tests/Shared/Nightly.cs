namespace Publish.Tests;

/// <summary>
/// Tests that try everything do so in the nightly run (<c>PUBLISH_NIGHTLY=1</c>); at other times they try a tenth of it,
/// always the same.
/// </summary>
internal static class Nightly
{
    private const int Share = 10;

    /// <summary>Whether this is the nightly run.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("PUBLISH_NIGHTLY") == "1";

    /// <summary>The cases to try.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="seed">Which tenth, so that several tests of one thing try different ones.</param>
    /// <returns>Numbers from 1.</returns>
    public static IEnumerable<int> Cases(int count, int seed) =>
        Enumerable.Range(1, count).Where(number => IsOn || number % Share == seed % Share);
}
