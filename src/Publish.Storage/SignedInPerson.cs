using System.Buffers.Text;
using System.Text.Json;
using Azure.Core;
using Publish.Storage.Accounts;

namespace Publish.Storage;

/// <summary>The person, or the program, that is signed in to Azure.</summary>
/// <param name="credential">Who asks.</param>
/// <remarks>
/// Source of the claims: Microsoft identity platform, "Access token claims reference". The service checks the token at each
/// request; here it is only asked for the name under which the person is known to it.
/// </remarks>
public sealed class SignedInPerson(TokenCredential credential)
{
    private const string Scope = "https://storage.azure.com/.default";

    // What a person signs in with; else the directory's own identifier of the person or the program. "name" is left out, since a
    // person can choose it, and "appid", since it may be that of the program that a person signed in with.
    private static readonly string[] Claims = ["upn", "preferred_username", "unique_name", "oid"];

    private readonly AskedCredential _credential = new(credential);

    /// <summary>The name under which who is signed in is known.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The name, or <see langword="null"/> where the token does not tell.</returns>
    /// <exception cref="StorageException">Nobody is signed in.</exception>
    public async Task<string?> NameAsync(CancellationToken cancellation)
    {
        AccessToken token;
        try
        {
            token = await _credential.GetTokenAsync(new TokenRequestContext([Scope]), cancellation).ConfigureAwait(false);
        }
        catch (SignInException e)
        {
            throw Answers.Failure(e);
        }

        return NameIn(token.Token);
    }

    private static string? NameIn(string token)
    {
        if (token.Split('.') is not [_, var payload, ..])
        {
            return null;
        }

        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return Claims
                .Select(claim => claims.RootElement.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
                .FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
