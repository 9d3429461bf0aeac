using Publish.Policies;
using Publish.Policies.Agreements;
using Publish.Policies.Releases;

namespace Publish.Portal.Tests;

/// <summary>The register tells with whom is shared as far as the agreement lets everyone know.</summary>
public sealed class RegisterTests : IDisposable
{
    private const string Page = "register/agency/a-1/index.html";
    private readonly PublishedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(RegisterReach.Audience, false)]
    [InlineData(RegisterReach.Public, true)]
    public async Task The_public_register_names_partners_only_where_the_agreement_says_so(RegisterReach reach, bool isNamed)
    {
        _folder.Publish("agency", "one", "2026-09", change: policy => Shared(policy, reach).For(Audience.Public));
        await _folder.BuildAsync();

        Assert.Contains("An Act 2020, s. 3", _folder.Read(Page), StringComparison.Ordinal);
        Assert.Contains("everyone", _folder.Read(Page), StringComparison.Ordinal);
        Assert.Equal(isNamed, _folder.Read(Page).Contains("signed-in partners", StringComparison.Ordinal));
        Assert.Equal(isNamed, _folder.Read("register/index.html").Contains("signed-in partners", StringComparison.Ordinal));
        Assert.Equal(isNamed, _folder.Read("agreements.json").Contains("\"partners\"", StringComparison.Ordinal));
    }

    private static Policy Shared(Policy policy, RegisterReach reach) =>
        policy with { Agreement = policy.Agreement! with { Recipients = [Audience.Public, Audience.Partners], Register = reach } };
}
