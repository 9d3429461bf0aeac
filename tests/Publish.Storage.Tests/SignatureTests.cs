using System.Buffers.Text;
using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace Publish.Storage.Tests;

/// <summary>Who is signed in to Azure, and addresses signed for others, as the service answers.</summary>
public sealed class SignatureTests
{
    private static readonly DateTimeOffset Until = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("{\"upn\":\"sian@some.example\",\"name\":\"Somebody else\"}", "sian@some.example")]
    [InlineData("{\"preferred_username\":\"b@some.example\",\"oid\":\"1\"}", "b@some.example")]
    [InlineData("{\"appid\":\"of the command line\",\"oid\":\"00000000-1\"}", "00000000-1")]
    [InlineData("{\"appid\":\"of the command line\"}", null)]
    [InlineData("{\"name\":\"Chosen by the person\"}", null)]
    [InlineData("{\"upn\":7}", null)]
    [InlineData("not JSON", null)]
    public async Task The_name_of_who_is_signed_in_comes_from_the_token(string claims, string? name)
    {
        var token = $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.sig";
        Assert.Equal(name, await new SignedInPerson(new Credential(token)).NameAsync(default));
    }

    [Fact]
    public async Task A_token_of_another_form_tells_no_name() =>
        Assert.Null(await new SignedInPerson(new Credential("opaque")).NameAsync(default));

    [Fact]
    public async Task Where_nobody_is_signed_in_access_is_denied_without_a_word_of_the_credential()
    {
        var refused = await Assert.ThrowsAsync<StorageException>(() => new SignedInPerson(new Credential(null)).NameAsync(default));
        Assert.Same(StorageCodes.Denied, refused.Code);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_is_signed_with_a_key_of_delegation_for_that_blob_and_for_creating_alone()
    {
        var service = new Service();
        var address = await Signatures(service).ToCreateAsync(new BlobName("uploads/a/b/2026/f.csv"), Until, default);
        var terms = Terms(address);
        Assert.Equal("https://someprivate.blob.core.windows.net/uploads/a/b/2026/f.csv", address.GetLeftPart(UriPartial.Path));
        Assert.Equal(("c", "b", "https", "2026-11-25T12:00:00Z"), (terms["sp"], terms["sr"], terms["spr"], terms["se"]));
        Assert.Equal(Service.Person, terms["skoid"]);
        Assert.Contains("<Expiry>2026-11-25T12:00:00Z</Expiry>", service.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_is_signed_for_the_data_of_the_audience_and_for_reading_and_listing_alone()
    {
        var address = await Signatures(new Service()).ToReadAsync("partners", Until, default);
        Assert.Equal("https://somepartners.blob.core.windows.net/data", address.GetLeftPart(UriPartial.Path));
        Assert.Equal(("rl", "c", "https"), (Terms(address)["sp"], Terms(address)["sr"], Terms(address)["spr"]));
    }

    private static AccountSignatures Signatures(Service service) => AccountSignatures.OfAccounts(account => new BlobServiceClient(
        new Uri($"https://some{account}.blob.core.windows.net"),
        new Credential("token"),
        new BlobClientOptions { Transport = new HttpClientTransport(new HttpClient(service)) }));

    private static Dictionary<string, string> Terms(Uri address) => address.Query.TrimStart('?').Split('&')
        .Select(term => term.Split('=', 2)).ToDictionary(term => term[0], term => Uri.UnescapeDataString(term[1]), StringComparer.Ordinal);

    private sealed class Credential(string? token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            token is null ? throw new InvalidOperationException("secret") : new AccessToken(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    // Answers "Get User Delegation Key" as its documentation shows.
    private sealed class Service : HttpMessageHandler
    {
        public const string Person = "11111111-1111-1111-1111-111111111111";

        public string Asked { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $"""
                    <?xml version="1.0" encoding="utf-8"?><UserDelegationKey><SignedOid>{Person}</SignedOid><SignedTid>22222222-2222-2222-2222-222222222222</SignedTid><SignedStart>2026-11-25T10:00:00Z</SignedStart><SignedExpiry>2026-11-25T12:00:00Z</SignedExpiry><SignedService>b</SignedService><SignedVersion>2024-11-04</SignedVersion><Value>c2VjcmV0</Value></UserDelegationKey>
                    """,
                    Encoding.UTF8,
                    "application/xml"),
            };
        }
    }
}
