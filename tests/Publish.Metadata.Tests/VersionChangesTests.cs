namespace Publish.Metadata.Tests;

public class VersionChangesTests
{
    [Fact]
    public void The_first_version_of_a_dataset_adds_all_and_follows_nothing()
    {
        var changes = VersionChanges.Between(VersionContents.Of(Some.Package()), null, "Ignored.");
        Assert.Equal((null, null, null), (changes.Previous, changes.Supersedes, changes.Reason));
        Assert.Equal(["people.csv", "people.parquet"], changes.Files.Added);
        Assert.Contains("people/count", changes.Columns.Added);
    }

    [Fact]
    public void A_correction_tells_files_and_columns_and_its_reason()
    {
        var before = Some.Package();
        var release = Some.Certificate.Releases[0];
        var now = Some.Package(Some.Certificate with
        {
            Version = "v1.0.1",
            Releases =
            [
                release with
                {
                    Files = [release.Files[0] with { Sha256 = new string('c', 64) }, release.Files[1]],
                    Columns = [release.Columns[0] with { Type = "decimal" }, release.Columns[2], new CertifiedColumn("new", "sum", "decimal")],
                },
            ],
        });

        var changes = VersionChanges.Between(VersionContents.Of(now), VersionContents.Of(before), "A district was counted twice.");

        Assert.Equal(("v1.0.1", "v1.0.0", "A district was counted twice."), (changes.Version, changes.Supersedes, changes.Reason));
        Assert.Equal(new ComparedVersion(before.Publish.Edition, "v1.0.0"), changes.Previous);
        Assert.Equal((0, 0), (changes.Files.Added.Count, changes.Files.Removed.Count));
        Assert.Equal(["people.csv"], changes.Files.Changed);
        Assert.Equal(["people/new"], changes.Columns.Added);
        Assert.Equal(["people/pay_mean"], changes.Columns.Removed);
        Assert.Equal(["people/count"], changes.Columns.Changed);
    }

    [Fact]
    public void The_next_edition_is_compared_with_the_one_before_and_supersedes_nothing()
    {
        var before = VersionContents.Of(Some.Package());
        var now = VersionContents.Of(Some.Package(Some.Certificate with { Edition = "2026-Q4" }));

        var changes = VersionChanges.Between(now, before, "Ignored.");

        Assert.Equal(new ComparedVersion("2026-Q3", "v1.0.0"), changes.Previous);
        Assert.Equal((null, null), (changes.Supersedes, changes.Reason));
        Assert.All(
            [changes.Files, changes.Columns],
            names => Assert.Equal((0, 0, 0), (names.Added.Count, names.Removed.Count, names.Changed.Count)));
    }
}
