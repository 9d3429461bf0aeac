using Publish.Storage;

namespace Publish.EndToEnd.Serving;

/// <summary>An installation on an Azurite of its own.</summary>
internal sealed class AzuriteEstate : Estate
{
    private readonly AzuriteServer _server;
    private readonly StoragePlaces _places;

    public AzuriteEstate(AzuriteServer server)
    {
        _server = server;
        _places = StoragePlaces.OfEmulator(server.Endpoint);
    }

    public override string Storage => $"azurite:{_server.Endpoint}";

    public override IPrivatePlace Private => _places.Private;

    public override IPublicPlace PlaceOf(string audience) => _places.PlaceOf(audience);

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await base.DisposeAsync();
    }
}
