using Publish.Codes;
using Publish.Policies;
using Publish.Policies.Columns;
using Publish.Policies.Releases;

namespace Publish.Samples.Tests;

public sealed class PolicyTests
{
    public static TheoryData<string> Datasets => Samples.Datasets;

    [Theory]
    [MemberData(nameof(Datasets))]
    public void A_policy_reads_without_a_finding(string dataset)
    {
        var findings = Read(Samples.Of(dataset)).Findings;

        Assert.Equal([], findings.Select(finding => $"{finding.Place} {finding.Code.Id} {finding.Detail}"));
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public void A_policy_is_the_one_its_sample_says(string dataset)
    {
        var sample = Samples.Of(dataset);
        var policy = PolicyOf(sample);

        Assert.Equal((sample.Agency, sample.Dataset, sample.Title), (policy.Agency, policy.Dataset, policy.Title));
        Assert.Equal(sample.FilesBeside, policy.Files);
        Assert.True(Names.IsEdition(sample.Edition));
    }

    // Readers see them: "Age." beside bands of age says nothing.
    [Theory]
    [MemberData(nameof(Datasets))]
    public void Every_column_that_readers_see_as_a_key_or_a_secret_is_described(string dataset)
    {
        var columns = PolicyOf(Samples.Of(dataset)).Columns.Where(column => column.Role is ColumnRole.Key or ColumnRole.Sensitive).ToArray();
        Assert.NotEmpty(columns);
        Assert.All(columns, column => Assert.True(column.Description?.Length > 20, column.Name));
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public void An_upload_is_admitted_from_2026_to_2030_and_not_after(string dataset)
    {
        var sample = Samples.Of(dataset);

        Assert.Empty(Refusals(sample, sample.Edition, new DateOnly(2026, 11, 24)));
        Assert.Empty(Refusals(sample, sample.FaultyUpload?.Edition ?? sample.Edition, new DateOnly(2030, 12, 31)));
        Assert.NotEmpty(Refusals(sample, sample.Edition, new DateOnly(2031, 1, 1)));
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public void An_upload_has_the_columns_its_policy_declares(string dataset)
    {
        var sample = Samples.Of(dataset);
        var policy = PolicyOf(sample);
        var header = Bytes.Text(sample).Split('\n')[0].TrimEnd('\r');

        Assert.Equal(string.Join(policy.File.Delimiter, policy.Columns.Select(column => column.Name)), header);
    }

    [Theory]
    [InlineData("road-casualties", "district", "districts.csv", 2)]
    [InlineData("road-casualties", "severity", "severities.csv", 5)]
    [InlineData("hospital-stays", "hospital", "hospitals.csv", 1)]
    public void Every_value_of_an_upload_has_its_levels(string dataset, string key, string file, int column)
    {
        var sample = Samples.Of(dataset);
        var lines = File.ReadAllLines(Path.Combine(FolderOf(sample), file));
        var levels = PolicyOf(sample).Hierarchies[key].LevelNames;

        Assert.Equal([key, .. levels], lines[0].Split(','));
        Assert.Equal(
            Bytes.Rows(sample).Select(row => row[column]).ToHashSet().Order(StringComparer.Ordinal),
            lines.Skip(1).Select(line => line[..line.LastIndexOf(',')]).Select(UnlessNeedless).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tables_of_exact_counts_hide_what_is_below_five_and_the_records_keep_five_together()
    {
        Assert.All(
            SampleCatalogue.Demonstrated.SelectMany(sample => PolicyOf(sample).Releases),
            release => Assert.Equal(5, release is TableRelease table ? table.Threshold : ((RecordsRelease)release).K));
    }

    // A comma asks for quotes in the comma-separated file alone.
    private static string UnlessNeedless(string cell) =>
        cell.Contains("\"\"", StringComparison.Ordinal) ? cell : cell.Trim('"');

    private static IReadOnlyList<Finding> Refusals(Sample sample, string edition, DateOnly today) =>
        AdmissionRules.Check(PolicyOf(sample), today, sample.Agency, sample.Dataset, edition);

    private static Policy PolicyOf(Sample sample) =>
        Read(sample).Policy ?? throw new InvalidOperationException("The policy has findings.");

    private static PolicyReading Read(Sample sample) =>
        PolicyReader.Read(File.ReadAllText(Path.Combine(FolderOf(sample), sample.PolicyFileName)), sample.PolicyFileName);

    private static string FolderOf(Sample sample) => Path.Combine(Repository.Root, "samples", "policies", sample.Agency);
}
