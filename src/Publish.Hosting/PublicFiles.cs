using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Publish.Storage;

namespace Publish.Hosting;

/// <summary>
/// Answers requests from a public place, as the website and blob endpoints of an account do: GET and HEAD, entity tags,
/// ranges, media types, an index page for a folder, the way to it for who leaves out its slash, and the site's own page for
/// what is not there.
/// </summary>
/// <param name="place">The public place; nothing else can be reached.</param>
internal sealed class PublicFiles(IPublicPlace place)
{
    private const string Index = "index.html";
    private const int Attempts = 5;
    private static readonly BlobName NotFound = new("404.html");

    /// <summary>Answers a request.</summary>
    /// <param name="http">The request and its answer.</param>
    /// <returns>A task that ends when it is answered.</returns>
    public async Task AnswerAsync(HttpContext http)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var isData = CrossOrigin.TryAllow(http);
        if (isData && HttpMethods.IsOptions(http.Request.Method))
        {
            CrossOrigin.Answer(http.Response);
        }
        else if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.Headers.Allow = CrossOrigin.Methods;
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        else
        {
            await TrySendAsync(http).ConfigureAwait(false);
        }
    }

    private async Task TrySendAsync(HttpContext http)
    {
        try
        {
            if (!await SendAsync(http, NameOf(http.Request.Path)).ConfigureAwait(false)
                && !await TryRedirectAsync(http).ConfigureAwait(false))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                await SendAsync(http, NotFound).ConfigureAwait(false);
            }
        }
        catch (IOException) when (!http.Response.HasStarted)
        {
            // Storage failed, or the file was replaced while it was sent: the reader asks again.
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (IOException)
        {
            // A part was sent: the reader must not take it for all.
            http.Abort();
        }
    }

    // Relative links of a page hold below its folder only: it is not sent without the slash.
    private async Task<bool> TryRedirectAsync(HttpContext http)
    {
        var folder = new PathString("/" + http.Request.Path.Value!.TrimStart('/') + "/");
        if (NameOf(folder) is not { } index || await place.FindTagAsync(index, http.RequestAborted).ConfigureAwait(false) is null)
        {
            return false;
        }

        http.Response.Redirect(folder.ToUriComponent() + http.Request.QueryString.ToUriComponent(), permanent: true);
        return true;
    }

    private async Task<bool> SendAsync(HttpContext http, BlobName? name)
    {
        if (name is not { } asked || await OpenAsync(asked, http.RequestAborted).ConfigureAwait(false) is not var (content, stat))
        {
            return false;
        }

        // Ask each time: what is kept is right as long as the tag is.
        http.Response.Headers.CacheControl = "no-cache";
        var isError = http.Response.StatusCode == StatusCodes.Status404NotFound;
        await TypedResults.Stream(
            content,
            MediaTypes.Of(asked),
            lastModified: isError ? null : stat.LastModified,
            entityTag: isError ? null : new EntityTagHeaderValue($"\"{stat.Tag.Trim('"')}\""),
            enableRangeProcessing: !isError).ExecuteAsync(http).ConfigureAwait(false);
        return true;
    }

    // A tag read before and after the content was opened is that content's: no two contents have one tag.
    private async Task<(Stream Content, BlobStat Stat)?> OpenAsync(BlobName name, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await place.FindAsync(name, cancellation).ConfigureAwait(false) is not { } before
                || await place.OpenReadAsync(name, cancellation).ConfigureAwait(false) is not { } content)
            {
                return null;
            }

            if (await place.FindTagAsync(name, cancellation).ConfigureAwait(false) == before.Tag)
            {
                return (content, before);
            }

            await content.DisposeAsync().ConfigureAwait(false);
        }

        throw new BlobChangedException();
    }

    private static BlobName? NameOf(PathString path)
    {
        var text = path.Value!.TrimStart('/');
        text = text.Length == 0 || text.EndsWith('/') ? text + Index : text;
        return BlobName.IsName(text) ? new BlobName(text) : null;
    }
}
