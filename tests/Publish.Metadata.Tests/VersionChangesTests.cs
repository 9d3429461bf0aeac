namespace Publish.Metadata.Tests;

public class VersionChangesTests
{
    [Fact]
    public void The_first_version_of_an_edition_adds_all_and_supersedes_nothing()
    {
        var changes = VersionChanges.Between(Some.Package(), null, "Ignored.");
        Assert.Equal((null, null), (changes.Supersedes, changes.Reason));
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

        var changes = VersionChanges.Between(now, before, "A district was counted twice.");

        Assert.Equal(("v1.0.1", "v1.0.0", "A district was counted twice."), (changes.Version, changes.Supersedes, changes.Reason));
        Assert.Equal((0, 0), (changes.Files.Added.Count, changes.Files.Removed.Count));
        Assert.Equal(["people.csv"], changes.Files.Changed);
        Assert.Equal(["people/new"], changes.Columns.Added);
        Assert.Equal(["people/pay_mean"], changes.Columns.Removed);
        Assert.Equal(["people/count"], changes.Columns.Changed);
    }
}
