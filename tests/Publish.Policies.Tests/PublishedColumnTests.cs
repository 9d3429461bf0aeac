using Publish.Policies.Releases;

namespace Publish.Policies.Tests;

public sealed class PublishedColumnTests
{
    [Theory]
    [InlineData("status")]
    [InlineData("Count")]
    [InlineData("spend_sum")]
    [InlineData("age_band")]
    [InlineData("AGE")]
    public void A_level_may_not_be_called_like_another_column_of_the_file(string level)
    {
        var text = Some.With(Some.Tables, "names: [region, country]", $"names: [{level}, country]");

        var (findings, places) = Some.ReadMarked(Some.With(text, "district: [region, all]", $"district: [¦{level}, all]"));

        var finding = Assert.Single(findings);
        Assert.Equal(ReleaseCodes.PublishedName, finding.Code);
        Assert.Equal(places.Single(), finding.Place);
        Assert.Equal($"It is '{level}'.", finding.Detail);
    }

    [Fact]
    public void Records_need_a_key()
    {
        var text = Some.With(Some.Records, "columns: [age, sex, illness, income]", "¦columns: [illness, income]");

        var (findings, places) = Some.ReadMarked(Some.With(text, "    weights: { age: 2 }\n    levels: { age: [age_5, all], sex: sex }\n", ""));

        var finding = Assert.Single(findings);
        Assert.Equal(ReleaseCodes.NoKey, finding.Code);
        Assert.Equal(places.Single(), finding.Place);
    }

    [Fact]
    public void Records_have_no_two_columns_that_differ_in_capitals_only()
    {
        var text = Some.With(Some.Records, "  sex: { type", "  Age: { type: text, role: key }\n  sex: { type");

        var (findings, places) = Some.ReadMarked(Some.With(text, "columns: [age, sex,", "columns: [age, ¦Age, sex,"));

        var finding = Assert.Single(findings);
        Assert.Equal(ReleaseCodes.PublishedName, finding.Code);
        Assert.Equal(places.Single(), finding.Place);
    }

    [Fact]
    public void Records_and_a_table_may_stand_side_by_side_when_they_share_no_column()
    {
        var text = Some.With(Some.Records, "  spend: {", "  town: { type: text, role: key }\n  spend: {")
            + "  - { name: by-town, kind: table, audience: partners, by: [town], threshold: 5 }\n";

        Assert.True(PolicyReader.Read(text, Some.File).IsRight);
    }
}
