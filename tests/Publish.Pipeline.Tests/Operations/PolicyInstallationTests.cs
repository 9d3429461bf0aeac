using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Operations;

public class PolicyInstallationTests
{
    [Fact]
    public async Task A_policy_is_installed_with_its_hierarchies_and_its_noise()
    {
        using var desk = Perturbed.Desk();
        desk.Write("districts.csv", Some.Districts);
        var policy = desk.Write("policy.yaml", Perturbed.Policy("threshold: 1, cellKey: {table: noise.csv, key: records}").ToString());

        Assert.True(await new PolicyInstallation(desk.Private).InstallAsync(new UploadSelection("some-agency", "some-things", "2026-10"), policy, replace: false, CancellationToken.None));

        Assert.Equal(
            ["districts.csv", "noise.csv", "some-things.yaml"],
            Desk.FilesBelow(Path.Combine(desk.PrivateRoot, "policies", "some-agency")).Keys);
    }
}
