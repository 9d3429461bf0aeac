using Azure.Core;
using Azure.Core.Pipeline;

namespace Publish.Storage.Accounts;

/// <summary>
/// Takes the body from answers that are errors. What the service has to say of one is in the status and the header
/// <c>x-ms-error-code</c> (source: Azure Storage REST, "Status and error codes"); the body, where a server in between gives
/// none or one of its own, breaks the client's parser, and with it the status would be lost.
/// </summary>
internal sealed class ErrorsByHeaders : HttpPipelineSynchronousPolicy
{
    private const int FirstError = 400;

    /// <inheritdoc />
    public override void OnReceivedResponse(HttpMessage message)
    {
        // Not "IsError": to the client a condition that failed is none, and is parsed as one all the same.
        if (message.Response is { Status: >= FirstError, ContentStream: { } body } answer)
        {
            answer.ContentStream = null;
            body.Dispose();
        }
    }
}
