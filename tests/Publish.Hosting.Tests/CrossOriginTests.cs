using System.Text.RegularExpressions;

namespace Publish.Hosting.Tests;

public sealed partial class CrossOriginTests
{
    [Theory]
    [InlineData("allowedMethods", CrossOrigin.Methods)]
    [InlineData("allowedHeaders", CrossOrigin.AllowedHeaders)]
    [InlineData("exposedHeaders", CrossOrigin.ExposedHeaders)]
    [InlineData("maxAgeInSeconds", CrossOrigin.MaximumAge)]
    public void The_local_host_allows_what_the_accounts_in_Azure_do(string rule, string value)
    {
        var bicep = File.ReadAllText(Path.Combine(Repository.Root, "infra", "modules", "storage-account.bicep"));
        var found = Rules().Matches(bicep).Single(match => match.Groups[1].Value == rule).Groups[2].Value;
        Assert.Equal(value, string.Concat(found.Where(c => c is not ('[' or ']' or '\'' or ' '))));
    }

    [GeneratedRegex(@"^ *(\w+): (\[.*\]|\d+)$", RegexOptions.Multiline)]
    private static partial Regex Rules();
}
