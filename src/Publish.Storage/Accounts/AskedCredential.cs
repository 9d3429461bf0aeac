using Azure.Core;

namespace Publish.Storage.Accounts;

/// <summary>
/// A credential whose failures are told in the room's own words: its own are of many types, none of them the client's, and
/// their texts name accounts and machines. It tries again itself where that can help.
/// </summary>
internal sealed class AskedCredential(TokenCredential inner) : TokenCredential
{
    /// <inheritdoc />
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        try
        {
            return inner.GetToken(requestContext, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new SignInException();
        }
    }

    /// <inheritdoc />
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.GetTokenAsync(requestContext, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new SignInException();
        }
    }
}
