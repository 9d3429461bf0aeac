namespace Publish.Cli.Tests.Installations;

/// <summary>Each test has an agency of its own, since all share the emulator.</summary>
public sealed class AzuriteInstallationTests(AzuriteServer azurite) : InstallationTests, IClassFixture<AzuriteServer>
{
    protected override string Storage => $"azurite:{azurite.Endpoint}";
}
