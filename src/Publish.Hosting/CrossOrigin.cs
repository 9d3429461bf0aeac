using Microsoft.AspNetCore.Http;

namespace Publish.Hosting;

/// <summary>
/// What pages of other sites may do: read published data, and nothing else. The same as the rule of the accounts in Azure
/// (<c>infra/modules/storage-account.bicep</c>), where it holds for data and not for pages.
/// </summary>
internal static class CrossOrigin
{
    /// <summary>The methods that pages of other sites may use.</summary>
    public const string Methods = "GET,HEAD";

    /// <summary>The headers that they may send.</summary>
    public const string AllowedHeaders = "Range,If-None-Match,If-Modified-Since,x-ms-version";

    /// <summary>The headers that they may read.</summary>
    public const string ExposedHeaders = "Content-Range,Content-Length,ETag,Accept-Ranges";

    /// <summary>Seconds for which a browser may keep the answer to a preflight request.</summary>
    public const string MaximumAge = "86400";

    private const string Data = "/data/";

    /// <summary>Lets a page of another site read the answer, where it asks for data.</summary>
    /// <param name="http">The request and its answer.</param>
    /// <returns>Whether it asks for data.</returns>
    public static bool TryAllow(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(Data.TrimEnd('/'), StringComparison.Ordinal))
        {
            return false;
        }

        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.AccessControlExposeHeaders = ExposedHeaders;
        return true;
    }

    /// <summary>Answers a preflight request.</summary>
    /// <param name="response">The answer, already allowed.</param>
    public static void Answer(HttpResponse response)
    {
        response.Headers.AccessControlAllowMethods = Methods;
        response.Headers.AccessControlAllowHeaders = AllowedHeaders;
        response.Headers.AccessControlMaxAge = MaximumAge;
        response.StatusCode = StatusCodes.Status200OK;
    }
}
