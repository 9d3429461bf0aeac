using Publish.Storage;

namespace Publish.Hosting.Tests;

public sealed class AzuriteSiteTests(AzuriteServer azurite) : PublicSiteTests, IClassFixture<AzuriteServer>
{
    protected override IPublicPlace Place => StoragePlaces.OfEmulator(azurite.Endpoint).PlaceOf("public");
}
