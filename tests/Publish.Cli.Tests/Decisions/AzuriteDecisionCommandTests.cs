using System.Net;
using System.Text.Json;

namespace Publish.Cli.Tests.Decisions;

/// <summary>Each test has an agency of its own, since all share the emulator.</summary>
public sealed class AzuriteDecisionCommandTests(AzuriteServer azurite) : DecisionCommandTests, IClassFixture<AzuriteServer>
{
    private static readonly HttpClient Http = new();

    protected override string Storage => $"azurite:{azurite.Endpoint}";

    [Fact]
    public async Task A_granted_upload_can_be_created_once_and_nothing_else_be_done()
    {
        var address = await GrantAsync(Edition + "/granted.csv", "1h");
        Assert.Equal(HttpStatusCode.Created, await PutAsync(address, "district\nNorham\n"));
        Assert.NotEqual(HttpStatusCode.Created, await PutAsync(address, "district\nSutton\n"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Http.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Http.DeleteAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(new Uri(address.AbsoluteUri.Replace("granted.csv", "other.csv", StringComparison.Ordinal)), "x"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Http.GetAsync(new Uri(address.GetLeftPart(UriPartial.Authority) + "/publishprivate/uploads" + address.Query + "&restype=container&comp=list"))).StatusCode);
    }

    [Fact]
    public async Task Who_was_granted_an_upload_does_not_approve_it_whatever_name_is_noted_beside_it()
    {
        await SendAsync(PolicyOf("{approval: true}").Replace("status: active", "status: draft", StringComparison.Ordinal));
        var address = await GrantAsync(Edition + "/granted.csv", "30m");
        var rows = "district\n" + string.Concat(Enumerable.Repeat("Norham\nSutton\n", 9));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(address, rows, "Somebody Else"));
        await ReplacePolicyAsync(PolicyOf("{approval: true}"));
        await WorkAsync("granted.csv");
        Assert.Contains("[approval-of-own-upload]", (await DecideAsync(ExitCodes.Failed, "approve", "Siân O'Neill", "Fine.")).Error, StringComparison.Ordinal);
        await DecideAsync(ExitCodes.Done, "approve", "B Colleague", "Fine.");
    }

    [Fact]
    public async Task A_partner_reads_and_lists_and_does_not_write()
    {
        var address = await GrantAsync("partners", "7d");
        Assert.EndsWith("/publishpartners/data", address.GetLeftPart(UriPartial.Path), StringComparison.Ordinal);
        var list = new Uri(address.AbsoluteUri + "&restype=container&comp=list");
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(list)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await Http.GetAsync(new Uri(address.GetLeftPart(UriPartial.Path) + "?restype=container&comp=list"))).StatusCode);
        var blob = new UriBuilder(address) { Path = address.AbsolutePath + "/a/b.txt" };
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(blob.Uri, "x"));
    }

    [Theory]
    [InlineData("public", "1h", "grant-audience")]
    [InlineData("everybody", "1h", "grant-audience")]
    [InlineData("partners", "8d", "grant-lifetime")]
    [InlineData("UPLOAD", "25h", "grant-lifetime")]
    [InlineData("UPLOAD", "0m", "grant-lifetime")]
    [InlineData("some/../other", "1h", "upload-name")]
    public async Task What_cannot_be_granted_is_refused(string what, string lifetime, string code)
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Failed, await session.RunAsync(Grant(what == "UPLOAD" ? Edition + "/x.csv" : what, lifetime)));
        Assert.Contains($"[{code}]", session.Error, StringComparison.Ordinal);
        Assert.Empty(session.Output);
    }

    private string[] Grant(string what, string lifetime) =>
        ["grant", what, "--for", lifetime, "--to", "Siân O'Neill", "--by", "C Head", "--reason", "Second quarter", "--storage", Storage];

    private async Task<Uri> GrantAsync(string what, string lifetime)
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync([.. Grant(what, lifetime), "--json"]));
        using var json = JsonDocument.Parse(session.Output);
        return new Uri(json.RootElement.GetProperty("address").GetString()!);
    }

    private async Task ReplacePolicyAsync(string policy) => await (await OpenAsync()).Private.TryWriteAsync(
        new Publish.Storage.BlobName($"policies/{Agency}/things.yaml"), new MemoryStream(System.Text.Encoding.UTF8.GetBytes(policy)), Publish.Storage.BlobWrite.Any, default);

    private static async Task<HttpStatusCode> PutAsync(Uri address, string content, string? uploader = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent(content) };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        if (uploader is not null)
        {
            request.Headers.Add("x-ms-meta-uploader", Uri.EscapeDataString(uploader));
        }

        using var response = await Http.SendAsync(request);
        return response.StatusCode;
    }
}
