using FsCheck;
using FsCheck.Fluent;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Pipeline.Tests.Oracles;

namespace Publish.Pipeline.Tests.Properties;

public class AudienceProperties
{
    private const int Cases = 40;

    [Fact]
    public void Tables_of_several_audiences_are_not_to_be_solved_by_one_who_reads_them_all_and_each_folder_stands_by_itself()
    {
        var held = new List<string>();
        var (hidden, audiences) = (0, 0);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(20261125, 7),
            Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                var random = new Random(seed);
                var upload = RandomUpload.Make(random, mostRows: 300);
                var first = random.Next(3);
                RandomTable[] tables = [.. Enumerable.Range(1, random.Next(2, 4)).Select(i =>
                    RandomTable.Make(random, $"table-{i}", upload.Keys) with { Audience = Audiences.Names[(first + i) % 3] })];
                using var desk = new Desk();
                upload.WriteLevelFiles(desk);
                var policy = upload.Policy([.. tables.Select(t => t.Yaml())]) with { Recipients = "[public, partners, agencies]" };
                var receipt = desk.RunAsync(policy, upload.Csv()).GetAwaiter().GetResult();
                if (receipt.Verdict != Verdict.Accepted)
                {
                    Assert.True(receipt.Verdict == Verdict.Held, ReceiptText.Write(receipt) + policy);
                    Assert.All(Audiences.Names, audience => Assert.Empty(desk.FilesOf(audience)));
                    if (receipt.Findings is not [{ Code: "nothing-to-publish" }])
                    {
                        held.Add(string.Join(", ", receipt.Findings.Select(f => f.Code)) + "\n" + policy);
                    }

                    return;
                }

                hidden += EditionOracle.AssertSafe(desk, upload, tables);
                foreach (var audience in tables.GroupBy(table => table.Audience))
                {
                    audiences++;
                    Assert.Empty(desk.Verify(audience.Key).Findings);
                    AssertNothingIsToldOfOthers(desk, audience.Key, tables);
                }
            }));

        Assert.True(held.Count * 10 <= Cases, $"{held.Count} of {Cases} runs were held:\n{string.Join('\n', held)}");
        Assert.True(hidden > Cases && audiences > Cases, $"{hidden} cells were hidden, in {audiences} folders: the cases test nothing.");
    }

    private static void AssertNothingIsToldOfOthers(Desk desk, string audience, RandomTable[] tables)
    {
        var foreign = tables.Where(table => table.Audience != audience).Select(table => table.Name).ToArray();
        foreach (var (name, content) in desk.FilesOf(audience))
        {
            var text = System.Text.Encoding.Latin1.GetString(content);
            Assert.DoesNotContain(foreign, release => name.Contains(release, StringComparison.Ordinal) || text.Contains(release, StringComparison.Ordinal));
            Assert.DoesNotContain(Audiences.Names, other => other is not "public" && other != audience && text.Contains(other, StringComparison.Ordinal));
        }
    }
}
