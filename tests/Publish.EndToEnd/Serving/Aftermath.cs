using Publish.EndToEnd.Fixtures;
using Publish.Pipeline.Ledger;
using Publish.Storage;

namespace Publish.EndToEnd.Serving;

/// <summary>What has to be so when all is done, whatever happened.</summary>
internal static class Aftermath
{
    /// <summary>Every upload has one receipt and at most one version for each audience, and nothing else is left.</summary>
    /// <returns>The records, one an edition.</returns>
    public static async Task<IReadOnlyList<UploadRecord>> AssertAsync(Estate estate, int uploads, PollingReaders readers)
    {
        var records = await estate.RecordsAsync();
        Assert.Equal(uploads, records.Count);
        Assert.All(records, record => Assert.Contains(record.State, new[] { UploadState.Published, UploadState.Poisoned }));

        var receipts = (await Estate.NamesAsync(estate.Private, Containers.Receipts + "/"))
            .Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(
            records.Select(record => $"receipts/{record.Agency}/{record.Dataset}/{record.Edition}/{record.Receipt}.json").Order(StringComparer.Ordinal),
            receipts);

        var published = records.Where(record => record.State == UploadState.Published).Select(record => record.Edition!).ToHashSet();
        foreach (var audience in SmallDataset.Audiences)
        {
            var versions = (await Estate.NamesAsync(estate.PlaceOf(audience), $"data/{PolicyText.Agency}/{PolicyText.Dataset}/"))
                .Select(name => name.Split('/')).Where(parts => parts.Length == 6 && parts[4][0] == 'v').Select(parts => (Edition: parts[3], Version: parts[4])).Distinct().ToArray();
            Assert.Equal(versions.Length, versions.DistinctBy(version => version.Edition).Count());
            Assert.Superset(published, versions.Select(version => version.Edition).ToHashSet());
        }

        Assert.Empty(await Estate.NamesAsync(estate.Private, Containers.Staging + "/"));
        Assert.Empty(await Estate.NamesAsync(estate.Private, Containers.Ledger + "/open/"));
        Assert.Empty(estate.TemporaryFiles());
        await readers.PollAsync();
        Assert.Empty(readers.Faults);
        return records;
    }
}
