using System.IO.Hashing;
using System.Text;
using Publish.Duck;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Parts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Parts;

/// <summary>What a partial class table tells of people: nothing without the secret of its upload.</summary>
public sealed class PseudonymTests
{
    [Fact]
    public void Equal_digests_have_equal_pseudonyms_under_one_secret_and_others_under_another()
    {
        Int128[] one = [5, 7, 5, -1, Int128.MaxValue];
        Int128[] again = [.. one];
        Int128[] other = [.. one];
        using var pseudonyms = new Pseudonyms(Secret(1));
        using var others = new Pseudonyms(Secret(2));
        pseudonyms.Replace(one);
        pseudonyms.Replace(again);
        others.Replace(other);

        Assert.Equal(one, again);
        Assert.Equal(one[0], one[2]);
        Assert.Equal(4, one.Distinct().Count());
        Assert.Empty(one.Intersect(other));
        Assert.All(one, pseudonym => Assert.InRange(pseudonym, 0, ((Int128)1 << 120) - 1));
    }

    [Fact]
    public void A_table_names_respondents_by_pseudonyms_in_their_own_order_each_once_a_class()
    {
        using var desk = Some.Desk();
        var rows = Some.Rows.Concat(Some.Rows);
        var table = Group(desk, Some.CsvOf(["id", "district", "sex", "pay", "note"], rows), Secret(1));
        var found = Respondents(desk, table);

        Assert.Equal(Some.Rows.Count, found.Count);
        Assert.Equal(found.Order(), found);
        Assert.Empty(found.Intersect(Some.Rows.Select(row => unchecked((Int128)XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(row[0]))))));
        var ids = Some.Rows.Select(row => Encoding.UTF8.GetBytes(row[0]));
        Assert.All(Directory.EnumerateFiles(table.Folder).Select(File.ReadAllBytes), file => Assert.DoesNotContain(ids, id => file.AsSpan().IndexOf(id) >= 0));
    }

    [Fact]
    public void The_same_part_gives_the_same_bytes_at_any_number_of_threads()
    {
        using var desk = Some.Desk();
        var one = Group(desk, Some.Csv, Secret(1));
        desk.Settings = desk.Settings with { Threads = 2 };
        var two = Group(desk, Some.Csv, Secret(1));
        Assert.Equal(Desk.FilesBelow(one.Folder), Desk.FilesBelow(two.Folder));
    }

    private static PartialClassTable Group(Desk desk, string csv, byte[] secret)
    {
        var content = new LocalUpload(desk.Write("part.csv", csv));
        var request = new RunRequest { Upload = content, PolicyPath = desk.Write("policy.yaml", (Some.Policy with { Respondent = "id" }).ToString()), Edition = "2026-10" };
        var (read, files) = AdmissionStage.ReadPolicy(request);
        var upload = AdmissionStage.Admit(read, files, request, DateOnly.FromDateTime(desk.Time.GetUtcNow().UtcDateTime));
        var folder = Path.Combine(desk.Root, Guid.NewGuid().ToString("N"));
        return new PartGrouping(desk.Settings with { TemporaryFolder = desk.Temporary }, new Progress<double>())
            .Run(upload, content, GroupingPlanner.Plan(upload), secret, folder, CancellationToken.None);
    }

    private static List<Int128> Respondents(Desk desk, PartialClassTable table)
    {
        using var database = RunDatabase.Open(desk.Settings with { TemporaryFolder = desk.Temporary }, "reader", [table.Folder]);
        using var connection = database.Connect();
        using var result = connection.ReadParquet(PartialFiles.Respondents(table.Folder));
        var found = new List<Int128>();
        while (result.TryReadChunk(out var chunk))
        {
            found.AddRange(chunk[0].Values<Int128>()[..chunk.Count]);
        }

        return found;
    }

    private static byte[] Secret(byte fill) => [.. Enumerable.Repeat(fill, Pseudonyms.SecretBytes)];
}
