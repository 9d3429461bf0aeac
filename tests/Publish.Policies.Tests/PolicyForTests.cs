using Publish.Policies.Agreements;
using Publish.Policies.Releases;

namespace Publish.Policies.Tests;

/// <summary>What an audience may know of a policy.</summary>
public sealed class PolicyForTests
{
    private static Policy Policy { get; } = Some.Policy(Some.With(Some.Tables, "audience: public\n    by: [visited", "audience: partners\n    by: [visited"));

    [Fact]
    public void Releases_may_be_for_several_audiences() => Assert.Equal([Audience.Public, Audience.Partners], Policy.Audiences);

    [Theory]
    [InlineData(Audience.Public)]
    [InlineData(Audience.Partners)]
    public void An_audience_knows_its_own_releases_and_itself_as_the_recipient(Audience audience)
    {
        var known = Policy.For(audience);
        Assert.Equal(Policy.Releases.Where(release => release.Audience == audience), known.Releases);
        Assert.Equal([audience], known.Agreement!.Recipients);
    }

    [Fact]
    public void Columns_that_only_others_releases_use_are_not_shown_as_disclosed()
    {
        var own = Policy.Releases.Where(release => release.Audience == Audience.Public).SelectMany(release => release.UsedColumns).ToArray();
        var foreign = Policy.Releases.Where(release => release.Audience != Audience.Public).SelectMany(release => release.UsedColumns).Except(own).ToArray();
        var shown = Policy.For(Audience.Public).Agreement!.Discloses.Select(column => column.Column).ToArray();

        Assert.NotEmpty(foreign);
        Assert.Equal(Policy.Agreement!.Discloses.Select(column => column.Column).Except(foreign), shown);
    }

    // With whom is shared may be public; what they receive is not.
    [Fact]
    public void The_public_knows_all_recipients_where_the_agreement_says_so_and_nothing_more()
    {
        var policy = Policy with { Agreement = Policy.Agreement! with { Register = RegisterReach.Public } };
        Assert.Equal(RegisterReach.Audience, Policy.Agreement.Register);
        Assert.Equal(policy.Agreement.Recipients, policy.For(Audience.Public).Agreement!.Recipients);
        Assert.True(policy.Agreement.Recipients.Count > 1);
        Assert.Equal(Policy.For(Audience.Public).Agreement!.Discloses, policy.For(Audience.Public).Agreement!.Discloses);
        Assert.Equal(Policy.For(Audience.Public).Releases, policy.For(Audience.Public).Releases);
        Assert.Equal([Audience.Partners], policy.For(Audience.Partners).Agreement!.Recipients);
    }

    [Fact]
    public void An_only_audience_knows_all_of_the_agreement_but_the_other_recipients()
    {
        var policy = Some.Policy(Some.Tables);
        Assert.Equal(policy.Agreement!.Discloses, policy.For(Audience.Public).Agreement!.Discloses);
        Assert.Equal([Audience.Public], policy.For(Audience.Public).Agreement!.Recipients);
    }
}
