using System.Text;
using Publish.Metadata.Histories;

namespace Publish.Metadata.Tests;

public class DatasetHistoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, 500, TimeSpan.Zero);

    [Fact]
    public void The_version_shown_is_of_the_latest_edition_that_is_not_withdrawn()
    {
        var history = new DatasetHistory(
            "agency",
            "dataset",
            [
                Version("2026-08", "v1.0.0"),
                Version("2026-10", "v1.0.1"),
                Version("2026-10", "v1.0.0") with { State = VersionState.Superseded },
                Version("2026-11", "v1.0.0") with { State = VersionState.Withdrawn },
            ]);
        Assert.Equal(("2026-10", "v1.0.1"), (history.Current!.Edition, history.Current.Version));
        Assert.Null((history with { Versions = [history.Versions[3]] }).Current);
    }

    [Fact]
    public void It_has_the_names_and_moments_of_its_contract()
    {
        var text = Encoding.UTF8.GetString(MetadataJson.Write(new DatasetHistory("agency", "dataset", [Version("2026-10", "v1.0.0")])));
        Assert.Contains("\"published\": \"2026-11-02T12:00:00Z\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("updated", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("folder", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("current", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Noon.AddMilliseconds(-500), MetadataJson.Read<DatasetHistory>(Encoding.UTF8.GetBytes(text)).Versions[0].Published);
    }

    private static HistoryEntry Version(string edition, string version) => new(edition, version, Noon, VersionState.Published);
}
