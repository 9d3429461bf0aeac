using System.Net.Http.Headers;
using System.Net.Sockets;
using Azure.Core;
using static Publish.Storage.Tests.Answering.ScriptedService;

namespace Publish.Storage.Tests.Answering;

/// <summary>What becomes of answers that no emulator gives: of a service in trouble, and of servers between here and there.</summary>
public sealed class AnswerTests
{
    private const int Attempts = 5;
    private static readonly BlobName Name = new("decisions/canary/roads/line.json");

    private static readonly Dictionary<string, Func<IPrivatePlace, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["read"] = place => place.ReadAsync(Name, default),
        ["find"] = place => place.FindAsync(Name, default),
        ["list"] = async place => await place.ListAsync("decisions/canary/", default).GetAsyncEnumerator().MoveNextAsync(),
        ["folders"] = async place => await place.ListFoldersAsync("decisions/canary/", default).GetAsyncEnumerator().MoveNextAsync(),
        ["write"] = place => place.TryWriteAsync(Name, [1], BlobWrite.New, default),
        ["delete"] = place => place.TryDeleteAsync(Name, BlobWrite.AnyTag, default),
        ["copy"] = place => place.TryCopyAsync(Name, Name.Below("copy"), null, default),
        ["lease"] = place => place.TryLeaseAsync(Name, TimeSpan.FromSeconds(15), default),
    };

    public static TheoryData<string, int, string, string> Troubles
    {
        get
        {
            var data = new TheoryData<string, int, string, string>();
            foreach (var call in Calls.Keys)
            {
                foreach (var status in new[] { 408, 429, 500, 502, 503, 504 })
                {
                    data.Add(call, status, "application/xml", "");
                }

                data.Add(call, 500, "application/xml", "<?xml version=\"1.0\"?><Error><Code>Inter");
                data.Add(call, 503, "application/json", "");
                data.Add(call, 502, "text/html", "<html><body>canary is away<br></body></html>");
            }

            return data;
        }
    }

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_service_that_cannot_just_now_is_asked_again_and_then_said_to_be_unavailable(string call, int status, string type, string body)
    {
        using var service = new ScriptedService((_, _) => Answer(status, body, type));
        var failure = await FailAsync(call, service);
        Assert.Equal((StorageCodes.Unavailable, status), (failure.Code, failure.Status));
        Assert.Equal(Attempts, service.Requests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_network_that_breaks_is_tried_again_and_then_said_to_be_unavailable(string call)
    {
        using var service = new ScriptedService((_, _) => throw new HttpRequestException("canary", new SocketException(104)));
        Assert.Same(StorageCodes.Unavailable, (await FailAsync(call, service)).Code);
        Assert.Equal(Attempts, service.Requests);
    }

    [Theory]
    [InlineData("find")]
    [InlineData("delete")]
    public async Task What_a_second_attempt_does_is_done(string call)
    {
        using var service = new ScriptedService((request, _) => Answer(request < 3 ? 500 : 404, "", code: "BlobNotFound"));
        await Calls[call](AzurePlace.Private(service.Account()));
        Assert.InRange(service.Requests, 3, 4);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("folders")]
    public async Task Half_a_listing_is_none(string call)
    {
        using var service = new ScriptedService((_, _) => Answer(200, "<?xml version=\"1.0\"?><EnumerationResults><Blobs><Blob><Name>a"));
        Assert.Same(StorageCodes.Unavailable, (await FailAsync(call, service)).Code);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refusal_without_a_word_is_a_refusal(int status)
    {
        using var service = new ScriptedService((_, _) => Answer(status));
        Assert.Equal((StorageCodes.Denied, status), ((await FailAsync("write", service)).Code, status));
    }

    [Theory]
    [InlineData(409, "BlobAlreadyExists")]
    [InlineData(409, "BlobImmutableDueToPolicy")]
    [InlineData(412, "ConditionNotMet")]
    public async Task A_condition_that_failed_without_a_word_is_one_that_failed(int status, string code)
    {
        using var service = new ScriptedService((_, _) => Answer(status, code: code));
        Assert.False(await AzurePlace.Private(service.Account()).TryWriteAsync(Name, [1], BlobWrite.New, default));
    }

    [Fact]
    public async Task A_line_that_a_retention_policy_keeps_is_neither_replaced_nor_deleted()
    {
        using var service = new ScriptedService((_, request) => request.Method == HttpMethod.Head ? Found() : Answer(409, code: "BlobImmutableDueToPolicy"));
        var place = AzurePlace.Private(service.Account());
        Assert.False(await place.TryWriteAsync(Name, [1], BlobWrite.Any, default));
        Assert.False(await place.TryDeleteAsync(Name, BlobWrite.AnyTag, default));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Where_nobody_is_signed_in_access_is_denied_at_once(string call)
    {
        using var service = new ScriptedService((_, _) => throw new InvalidOperationException("No request was to be made."));
        var account = service.Account(new SignedOut());
        var failure = await Assert.ThrowsAsync<StorageException>(() => Calls[call](AzurePlace.Private(account)));
        Assert.Same(StorageCodes.Denied, failure.Code);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    private static async Task<StorageException> FailAsync(string call, ScriptedService service)
    {
        var failure = await Assert.ThrowsAsync<StorageException>(() => Calls[call](AzurePlace.Private(service.Account())));
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        return failure;
    }

    private static HttpResponseMessage Found()
    {
        var answer = Answer(200);
        answer.Headers.ETag = new EntityTagHeaderValue("\"0x1\"");
        answer.Content.Headers.LastModified = DateTimeOffset.UnixEpoch;
        return answer;
    }

    private sealed class SignedOut : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("canary");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            GetToken(requestContext, cancellationToken) is var token ? new(token) : default;
    }
}
