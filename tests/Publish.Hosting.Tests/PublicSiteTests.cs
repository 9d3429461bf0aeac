using System.Net;
using System.Net.Sockets;
using Publish.Codes;
using Publish.Storage;

namespace Publish.Hosting.Tests;

/// <summary>What readers of a site rely on, the same for every kind of storage.</summary>
public abstract class PublicSiteTests : IAsyncLifetime
{
    private const string Csv = "district,count\nNorham,12\n";
    private static readonly HttpClient Http = new();
    private ServedSite? _site;
    private Uri _address = new("http://localhost/");

    protected abstract IPublicPlace Place { get; }

    public virtual async Task InitializeAsync()
    {
        await PutAsync("data/some-agency/people.csv", Csv);
        await PutAsync("index.html", "<h1>Home</h1>");
        await PutAsync("datasets/people/index.html", "<h1>People</h1>");
        await PutAsync("404.html", "<h1>Not here</h1>");
        _address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _site = await ServedSite.StartAsync(Place, _address, default);
    }

    public virtual async Task DisposeAsync() => await _site!.DisposeAsync();

    [Theory]
    [InlineData("", "text/html; charset=utf-8", "<h1>Home</h1>")]
    [InlineData("datasets/people/", "text/html; charset=utf-8", "<h1>People</h1>")]
    [InlineData("data/some-agency/people.csv", "text/csv; charset=utf-8; header=present", Csv)]
    public async Task A_file_comes_with_its_type_length_and_tag(string path, string type, string content)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        Assert.Equal((HttpStatusCode.OK, content), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal((type, content.Length), (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentLength));
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());

        using var head = await SendAsync(HttpMethod.Head, path);
        Assert.Equal((answer.Headers.ETag, content.Length, ""), (head.Headers.ETag, head.Content.Headers.ContentLength, await head.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("datasets/people", "/datasets/people/")]
    [InlineData("datasets/people?version=a/b", "/datasets/people/?version=a/b")]
    [InlineData("//datasets/people", "/datasets/people/")]
    public async Task A_folder_without_its_slash_leads_for_ever_to_the_folder(string path, string location)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        using var answer = await http.GetAsync(new Uri(_address.GetLeftPart(UriPartial.Authority) + "/" + path));
        Assert.Equal((HttpStatusCode.MovedPermanently, location), (answer.StatusCode, answer.Headers.Location!.ToString()));
        using var page = await SendAsync(HttpMethod.Get, path.TrimStart('/'));
        Assert.Equal("<h1>People</h1>", await page.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("datasets")]
    [InlineData("data/some-agency/people.csv/")]
    [InlineData("//else.example")]
    public async Task What_is_no_page_without_its_slash_leads_nowhere(string path)
    {
        using var answer = await Http.GetAsync(new Uri(_address.GetLeftPart(UriPartial.Authority) + "/" + path));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_reader_who_has_a_file_is_told_that_nothing_is_new_until_there_is()
    {
        const string Path = "data/some-agency/people.csv";
        using var first = await SendAsync(HttpMethod.Get, Path);
        var tag = first.Headers.ETag!.ToString();
        using (var same = await SendAsync(HttpMethod.Get, Path, ("If-None-Match", tag)))
        {
            Assert.Equal((HttpStatusCode.NotModified, ""), (same.StatusCode, await same.Content.ReadAsStringAsync()));
        }

        await PutAsync(Path, Csv + "Norton,7\n");
        using var other = await SendAsync(HttpMethod.Get, Path, ("If-None-Match", tag));
        Assert.Equal((HttpStatusCode.OK, Csv + "Norton,7\n"), (other.StatusCode, await other.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("bytes=0-7", "district", "bytes 0-7/25")]
    [InlineData("bytes=-3", "12\n", "bytes 22-24/25")]
    [InlineData("bytes=15-", "Norham,12\n", "bytes 15-24/25")]
    public async Task A_part_of_a_file_can_be_asked_for(string range, string content, string says)
    {
        using var answer = await SendAsync(HttpMethod.Get, "data/some-agency/people.csv", ("Range", range));
        Assert.Equal((HttpStatusCode.PartialContent, content), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(says, answer.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task A_part_that_is_not_there_is_refused()
    {
        using var answer = await SendAsync(HttpMethod.Get, "data/some-agency/people.csv", ("Range", "bytes=100-"));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
    }

    [Theory]
    [InlineData("data/some-agency/other.csv")]
    [InlineData("data/some-agency")]
    [InlineData("..%2fprivate/receipts/a.json")]
    [InlineData("%2e%2e/private/receipts/a.json")]
    [InlineData("data/%2e%2e%2f%2e%2e%2fprivate/receipts/a.json")]
    [InlineData("data/.writing-people.csv")]
    [InlineData("data/%00")]
    [InlineData("data//people.csv")]
    public async Task What_is_not_there_is_answered_by_the_sites_own_page(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(answer.Headers.ETag);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            Assert.Equal("<h1>Not here</h1>", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read_data_and_nothing_else()
    {
        using var data = await SendAsync(HttpMethod.Get, "data/some-agency/people.csv", ("Origin", "https://other.example"));
        Assert.Equal("*", data.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var preflight = await SendAsync(HttpMethod.Options, "data/some-agency/people.csv", ("Access-Control-Request-Method", "GET"));
        Assert.Equal(HttpStatusCode.OK, preflight.StatusCode);
        Assert.Equal("GET,HEAD", preflight.Headers.GetValues("Access-Control-Allow-Methods").Single());
        using var page = await SendAsync(HttpMethod.Get, "", ("Origin", "https://other.example"));
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Nothing_can_be_written(string method)
    {
        using var answer = await SendAsync(new HttpMethod(method), "data/some-agency/people.csv");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task An_address_that_another_program_has_is_refused_with_its_remedy()
    {
        var refused = await Assert.ThrowsAsync<CodedException>(() => ServedSite.StartAsync(Place, _address, default));
        Assert.Same(HostingCodes.AddressTaken, Assert.Single(refused.Findings).Code);
    }

    protected Task<bool> PutAsync(string name, string content) =>
        Place.TryWriteAsync(new BlobName(name), System.Text.Encoding.UTF8.GetBytes(content), BlobWrite.Any, default);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"{_address}{path}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
