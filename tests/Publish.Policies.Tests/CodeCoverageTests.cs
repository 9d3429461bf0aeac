using Publish.Codes;
using Publish.Policies.Agreements;

namespace Publish.Policies.Tests;

public sealed class CodeCoverageTests
{
    [Fact]
    public void Every_code_about_a_policys_content_is_raised_by_a_test_with_its_place()
    {
        var tested = FindingPlaceTests.MistakesInTables.Concat(FindingPlaceTests.MistakesInWeightedTables).Concat(FindingPlaceTests.MistakesInRoundedTables).Concat(FindingPlaceTests.MistakesInRecords)
            .Select(row => (string)((object[])row)[0])
            .ToHashSet();
        string[] elsewhere =
        [
            .. typeof(AdmissionCodes).GetFields().Select(field => ((Code)field.GetValue(null)!).Id),
            Releases.ReleaseCodes.PublishedName.Id, Releases.ReleaseCodes.NoKey.Id,
            PolicyCodes.Encoding.Id, PolicyCodes.TooLarge.Id, PolicyCodes.MoreFindings.Id,
        ];

        var all = CodeCatalogue.Of(typeof(Policy).Assembly).Select(code => code.Id);

        Assert.Empty(all.Except(tested).Except(elsewhere));
    }

    [Fact]
    public void Codes_are_sentences()
    {
        foreach (var code in CodeCatalogue.Of(typeof(Policy).Assembly))
        {
            Assert.Matches("^[a-z]+(-[a-z]+)+$", code.Id);
            Assert.EndsWith(".", code.Problem, StringComparison.Ordinal);
            Assert.EndsWith(".", code.Remedy, StringComparison.Ordinal);
        }
    }
}
