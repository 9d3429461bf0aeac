using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace Publish.Storage.Tests.Answering;

/// <summary>A service that answers as it is told, in the place of the network, and counts what it was asked.</summary>
internal sealed class ScriptedService(Func<int, HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    private int _requests;

    /// <summary>Requests so far.</summary>
    public int Requests => _requests;

    /// <summary>An answer.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="body">Its body.</param>
    /// <param name="type">What the body is said to be.</param>
    /// <param name="code">The service's own code of the error, or <see langword="null"/> where it gives none.</param>
    public static HttpResponseMessage Answer(int status, string body = "", string type = "application/xml", string? code = null)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (code is not null)
        {
            answer.Headers.Add("x-ms-error-code", code);
        }

        return answer;
    }

    /// <summary>A client of it as the program makes them, only that it does not pause between attempts.</summary>
    /// <param name="credential">Who asks; anyone, unless it matters.</param>
    public BlobServiceClient Account(TokenCredential? credential = null)
    {
        var options = AzureAccounts.Options();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false));
        return AzureAccounts.Open(new Uri("https://canary.blob.core.windows.net"), credential ?? new Somebody(), options);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        answer(Interlocked.Increment(ref _requests), request);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));

    private sealed class Somebody : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
