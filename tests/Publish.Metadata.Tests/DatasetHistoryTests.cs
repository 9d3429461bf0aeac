using System.Text;
using Publish.Metadata.Histories;

namespace Publish.Metadata.Tests;

public class DatasetHistoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, 500, TimeSpan.Zero);

    private static readonly DatasetHistory Empty = new("agency", "dataset", []);

    [Fact]
    public void A_version_comes_first_and_supersedes_the_one_of_its_edition()
    {
        var history = Empty.With(Version("2026-09", "v1.0.0")).With(Version("2026-10", "v1.0.0")).With(Version("2026-10", "v1.0.1") with { Supersedes = "v1.0.0", Reason = "A sum." });
        Assert.Equal(
            [("2026-10", "v1.0.1", "published"), ("2026-10", "v1.0.0", "superseded"), ("2026-09", "v1.0.0", "published")],
            history.Versions.Select(entry => (entry.Edition, entry.Version, entry.State)));
    }

    [Fact]
    public void A_version_that_is_there_stays_as_it_is()
    {
        var history = Empty.With(Version("2026-10", "v1.0.0"));
        Assert.Same(history, history.With(Version("2026-10", "v1.0.0") with { Published = Noon.AddDays(1) }));
    }

    [Fact]
    public void It_is_written_with_the_names_and_moments_of_its_contract()
    {
        var text = Encoding.UTF8.GetString(MetadataJson.Write(Empty.With(Version("2026-10", "v1.0.0"))));
        Assert.Contains("\"published\": \"2026-11-02T12:00:00Z\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("updated", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("folder", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("withdrawn", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Noon.AddMilliseconds(-500), MetadataJson.Read<DatasetHistory>(Encoding.UTF8.GetBytes(text)).Versions[0].Published);
    }

    private static HistoryEntry Version(string edition, string version) => new(edition, version, Noon, VersionState.Published);
}
