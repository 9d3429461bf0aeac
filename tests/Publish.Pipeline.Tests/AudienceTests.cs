using System.Text.Json.Nodes;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Storage;

namespace Publish.Pipeline.Tests;

/// <summary>One policy for several audiences: protected as one, published each in its own place.</summary>
public sealed class AudienceTests
{
    private static readonly string Partners = Some.Table
        .Replace("name: people", "name: detail", StringComparison.Ordinal)
        .Replace("audience: public", "audience: partners", StringComparison.Ordinal);

    private static readonly string Pay =
        "{name: pay, kind: table, audience: agencies, by: {sex: [sex, all]}, measures: [{sum: pay}], threshold: 3}";

    private static readonly PolicyText Several = Some.Policy.With(Some.Table, Pay, Partners) with { Recipients = "[public, partners, agencies]" };

    [Fact]
    public async Task Each_audience_gets_its_own_releases_with_a_certificate_a_history_and_pointers_of_its_own()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Several, Some.Csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        foreach (var (audience, release) in new[] { ("public", "people"), ("partners", "detail"), ("agencies", "pay") })
        {
            const string Dataset = "data/some-agency/some-things/";
            Assert.Equal(
                new[]
                {
                    "2026-10/latest.json", "2026-10/v1.0.0/SHA256SUMS", "2026-10/v1.0.0/certificate.json", "2026-10/v1.0.0/changes.json",
                    "2026-10/v1.0.0/croissant.json", "2026-10/v1.0.0/datapackage.json", $"2026-10/v1.0.0/{release}.csv",
                    $"2026-10/v1.0.0/{release}.csv-metadata.json", $"2026-10/v1.0.0/{release}.parquet",
                    $"current/{release}/edition=2026-10/{release}.parquet", "history.json", "latest.json",
                }.Select(name => Dataset + name).Order(StringComparer.Ordinal),
                desk.FilesOf(audience).Keys.Order(StringComparer.Ordinal));
            Assert.Equal(audience, (string)JsonNode.Parse(desk.Published("certificate.json", audience: audience))!["audience"]!);
            Assert.Empty(desk.Verify(audience).Findings);
        }
    }

    [Fact]
    public async Task The_receipt_lists_each_release_with_its_audience_and_place()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Several, Some.Csv);

        Assert.Equal(["public: people", "partners: detail", "agencies: pay"], receipt.Published!.Places.Select(place => $"{place.Audience}: {string.Join(' ', place.Releases)}"));
        Assert.All(receipt.Published.Places, place =>
        {
            Assert.Equal("data/some-agency/some-things/2026-10/v1.0.0", place.Folder);
            Assert.All(place.Files, file => Assert.True(File.Exists(Path.Combine(desk.RootOf(place.Audience), place.Folder, file.Name))));
        });
        Assert.Contains("Published  detail for partners\n           at data/some-agency/some-things/2026-10/v1.0.0", ReceiptText.Write(receipt), StringComparison.Ordinal);
        Assert.Equal(ReceiptText.Write(receipt), ReceiptText.Write(ReceiptJson.Read(ReceiptJson.Write(receipt))));
    }

    [Fact]
    public async Task What_is_public_has_the_same_bytes_as_if_there_were_no_release_for_partners_that_hides_more()
    {
        using var alone = Some.Desk();
        using var beside = Some.Desk();
        await alone.RunAsync(Some.Policy, Some.Csv);
        await beside.RunAsync(Several with { Releases = [Partners, Some.Table] }, Some.Csv);

        Assert.NotEmpty(beside.FilesOf("partners"));
        Assert.Equal(alone.PublicFiles(), beside.PublicFiles());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_killed_at_any_call_to_the_storage_of_any_audience_is_finished_by_the_next(bool afterwards)
    {
        var policy = Several with { Releases = [Some.Table, Partners] };
        using var whole = Some.Desk();
        await whole.RunAsync(policy, Some.Csv);
        var expected = Shown(whole);
        for (var call = 1; ; call++)
        {
            using var desk = Some.Desk();
            var (cut, files, placeOf) = (new Trouble(call, afterwards, deadly: true), (FolderPlace)desk.Private, desk.PlaceOf);
            desk.Private = new TroubledPlace(files, cut);
            desk.PlaceOf = audience => new TroubledPlace((FolderPlace)placeOf(audience), cut);
            try
            {
                await desk.RunAsync(policy, Some.Csv);
            }
            catch (PowerCutException)
            {
                AssertNoHalfVersion(Shown(desk), expected);
            }

            (desk.Private, desk.PlaceOf) = (files, placeOf);
            Assert.Equal(Verdict.Accepted, (await desk.RunAsync(policy, Some.Csv)).Verdict);
            Assert.Equal(expected, Shown(desk));
            if (!cut.HasHappened)
            {
                Assert.True(call > 16, "Too few calls to storage were struck.");
                break;
            }
        }
    }

    // An audience has all files of a version or none, and whatever leads to it only with it.
    private static void AssertNoHalfVersion(Dictionary<string, byte[]> there, Dictionary<string, byte[]> expected)
    {
        Assert.All(there, file => Assert.Equal(expected[file.Key], file.Value));
        foreach (var audience in expected.GroupBy(file => file.Key.Split(Path.DirectorySeparatorChar)[0]))
        {
            var shown = there.Keys.Where(name => name.StartsWith(audience.Key + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToArray();
            var inFolder = shown.Count(name => name.Contains("v1.0.0", StringComparison.Ordinal));
            Assert.True(inFolder == 0 || inFolder == audience.Count(file => file.Key.Contains("v1.0.0", StringComparison.Ordinal)));
            Assert.True(inFolder > 0 || shown.Length == 0);
        }
    }

    private static Dictionary<string, byte[]> Shown(Desk desk) => Audiences.Names
        .SelectMany(audience => desk.FilesOf(audience).Select(file => (Name: Path.Combine(audience, file.Key), file.Value)))
        .ToDictionary(file => file.Name, file => file.Value);
}
