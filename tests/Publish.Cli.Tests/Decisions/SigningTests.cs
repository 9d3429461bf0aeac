using System.Buffers.Text;
using System.Text;
using Azure.Core;
using Publish.Cli.Decisions;
using Publish.Codes;
using Publish.Storage;

namespace Publish.Cli.Tests.Decisions;

/// <summary>Under which name people act: what they type counts only where nobody signs in.</summary>
public sealed class SigningTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("sian@some.example")]
    [InlineData(" SIAN@some.example ")]
    public async Task Who_is_signed_in_to_Azure_acts_under_that_name(string? typed) =>
        Assert.Equal("sian@some.example", await Signing.NameAsync(Signed("{\"upn\":\"sian@some.example\"}"), typed, default));

    [Fact]
    public async Task Another_name_than_that_of_who_is_signed_in_is_refused() =>
        await AssertRefusedAsync(CliCodes.OtherName, "{\"upn\":\"sian@some.example\"}", "b@some.example");

    [Theory]
    [InlineData(null)]
    [InlineData("b@some.example")]
    public async Task Where_the_token_tells_no_name_a_typed_one_is_none(string? typed) =>
        await AssertRefusedAsync(CliCodes.NameUnknown, "{\"name\":\"b@some.example\"}", typed);

    [Fact]
    public async Task Where_nobody_signs_in_the_name_is_what_is_typed_or_who_uses_the_machine()
    {
        Assert.Equal("B Colleague", await Signing.NameAsync(null, "B Colleague", default));
        Assert.Equal(Environment.UserName, await Signing.NameAsync(null, null, default));
    }

    private static async Task AssertRefusedAsync(Code code, string claims, string? typed)
    {
        var refused = await Assert.ThrowsAsync<CodedException>(() => Signing.NameAsync(Signed(claims), typed, default));
        Assert.Same(code, Assert.Single(refused.Findings).Code);
    }

    private static SignedInPerson Signed(string claims) =>
        new(new Credential($"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.sig"));

    private sealed class Credential(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
