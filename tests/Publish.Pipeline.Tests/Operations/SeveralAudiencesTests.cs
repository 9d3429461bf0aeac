using System.Text.Json.Nodes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Storage;

namespace Publish.Pipeline.Tests.Operations;

/// <summary>What people decide of an edition, and what storage does to it, holds for every audience of it.</summary>
public sealed class SeveralAudiencesTests
{
    private const string Dataset = "data/some-agency/some-things/";
    private static readonly string[] Readers = ["partners", "public"];
    private static readonly Signature Head = new("C Head", "A column was wrong.");

    private static readonly PolicyText Policy = Some.Policy.With(
        Some.Table,
        Some.Table.Replace("name: people", "name: detail", StringComparison.Ordinal).Replace("audience: public", "audience: partners", StringComparison.Ordinal)) with
    {
        Recipients = "[public, partners]",
    };

    [Fact]
    public async Task An_approval_publishes_what_waited_for_each_audience()
    {
        using var atOnce = await SentAsync(Policy);
        await atOnce.OnUploadAsync();
        using var office = await SentAsync(Policy with { Publication = "{approval: true}" });
        Assert.Equal(UploadState.AwaitingApproval, (await office.OnUploadAsync())!.State);
        Assert.All(Readers, audience => Assert.Empty(office.FilesOf(audience)));

        await new Approval(office.Context()).ApproveAsync(Office.Edition, new Signature("B Colleague", "Looks right."), default);
        Assert.All(Readers, audience => Assert.Equal(atOnce.FilesOf(audience).Keys, office.FilesOf(audience).Keys));
        Assert.Equal(
            ["public: people", "partners: detail"],
            Assert.Single(office.Receipts()).Published!.Places.Select(place => $"{place.Audience}: {string.Join(' ', place.Releases)}"));
        Assert.DoesNotContain(office.PrivateFiles().Keys, name => name.StartsWith("staging", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_withdrawal_that_died_at_any_call_leaves_no_audience_with_the_edition(bool afterwards)
    {
        var none = new Trouble(int.MaxValue, afterwards, deadly: true);
        using var whole = await SentAsync(Policy);
        await whole.OnUploadAsync();
        await new Withdrawal(whole.Context(none)).RunAsync(Office.Edition, Head, default);
        AssertWithdrawn(whole);
        foreach (var call in Nightly.Cases(none.Calls, afterwards ? 3 : 0))
        {
            using var office = await SentAsync(Policy);
            await office.OnUploadAsync();
            await Assert.ThrowsAsync<PowerCutException>(() =>
                new Withdrawal(office.Context(new Trouble(call, afterwards, deadly: true))).RunAsync(Office.Edition, Head, default));

            // Before the decision was written down, nothing was begun: whoever asked asks again.
            await new Withdrawal(office.Context()).RunAsync(Office.Edition, Head, default);
            AssertWithdrawn(office);
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Trouble_at_any_call_ends_with_one_receipt_and_a_whole_version_for_each_audience(bool afterwards, bool deadly)
    {
        var none = new Trouble(int.MaxValue, afterwards, deadly);
        using var whole = await SentAsync(Policy);
        await whole.OnUploadAsync(trouble: none);
        var expected = Readers.ToDictionary(audience => audience, whole.FilesOf);
        foreach (var call in Nightly.Cases(none.Calls, (afterwards ? 3 : 0) + (deadly ? 5 : 0)))
        {
            using var office = await SentAsync(Policy);
            try
            {
                await office.OnUploadAsync(trouble: new Trouble(call, afterwards, deadly));
            }
            catch (Exception e) when (e is StorageException or PowerCutException)
            {
                Assert.All(Readers, audience => AssertPartOf(office.FilesOf(audience), expected[audience]));
            }

            office.Time.Now += TimeSpan.FromMinutes(6);
            await office.SweepAsync();
            Assert.Equal(UploadState.Published, Assert.Single(await office.RecordsAsync()).State);
            Assert.Equal(Readers.Order(), Assert.Single(office.Receipts()).Published!.Places.Select(place => place.Audience).Order());
            Assert.All(Readers, audience => Assert.Equal(expected[audience].Keys, office.FilesOf(audience).Keys));
            Assert.All(Readers, audience => AssertPartOf(VersionFiles(office.FilesOf(audience)), expected[audience]));
        }
    }

    private static async Task<Office> SentAsync(PolicyText policy)
    {
        var office = await new Office().WithPolicyAsync(policy);
        await office.PutAsync(Office.Upload, Some.Csv, "A Sender");
        return office;
    }

    private static SortedDictionary<string, byte[]> VersionFiles(SortedDictionary<string, byte[]> files) => new(
        files.Where(file => file.Key.Contains("v1.0.0", StringComparison.Ordinal)).ToDictionary(file => file.Key, file => file.Value), StringComparer.Ordinal);

    private static void AssertPartOf(SortedDictionary<string, byte[]> there, SortedDictionary<string, byte[]> expected) =>
        Assert.All(there, file => Assert.Equal(expected[file.Key], file.Value));

    private static void AssertWithdrawn(Office office) => Assert.All(Readers, audience =>
    {
        var files = office.FilesOf(audience);
        Assert.Equal([Dataset + "2026-10/latest.json", Dataset + "history.json", Dataset + "latest.json"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("A column was wrong.", (string)JsonNode.Parse(files[Dataset + "2026-10/latest.json"])!["reason"]!);
        Assert.Equal("withdrawn", (string)JsonNode.Parse(files[Dataset + "history.json"])!["versions"]![0]!["state"]!);
    });
}
