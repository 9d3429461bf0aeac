using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Publish.Codes;
using Publish.Storage;

namespace Publish.Hosting;

/// <summary>An audience's site, served by http until it is disposed of.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly WebApplication _server;

    private ServedSite(WebApplication server) => _server = server;

    /// <summary>Begins to serve.</summary>
    /// <param name="place">The audience's place.</param>
    /// <param name="address">Where to listen, http; <c>localhost</c> is this machine alone, a name or <c>*</c> all its addresses.</param>
    /// <param name="cancellation">Stops the beginning.</param>
    /// <returns>The site.</returns>
    /// <exception cref="CodedException">The address cannot be listened at.</exception>
    public static async Task<ServedSite> StartAsync(IPublicPlace place, Uri address, CancellationToken cancellation)
    {
        // Empty: nothing of the environment, no log of requests, no way to anything but the place.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        var server = builder.Build();
        server.Run(new PublicFiles(place).AnswerAsync);
        try
        {
            await server.StartAsync(cancellation).ConfigureAwait(false);
            return new ServedSite(server);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw new CodedException(HostingCodes.AddressTaken);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _server.StopAsync(patience.Token).ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
