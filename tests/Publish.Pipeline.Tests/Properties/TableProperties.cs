using FsCheck;
using FsCheck.Fluent;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Pipeline.Tests.Oracles;

namespace Publish.Pipeline.Tests.Properties;

public class TableProperties
{
    private const int Cases = 100;

    [Fact]
    public void Published_tables_are_true_large_enough_and_not_to_be_solved()
    {
        var held = new List<string>();
        var (hidden, empty) = (0, 0);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(20261124, 7),
            Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                var random = new Random(seed);
                var upload = RandomUpload.Make(random);
                RandomTable[] tables = [.. Enumerable.Range(1, random.Next(1, 3)).Select(i => RandomTable.Make(random, $"t{i}", upload.Keys))];
                using var desk = new Desk();
                upload.WriteLevelFiles(desk);
                var policy = upload.Policy([.. tables.Select(t => t.Yaml())]);
                var receipt = desk.RunAsync(policy, upload.Csv()).GetAwaiter().GetResult();
                if (receipt.Verdict != Verdict.Accepted)
                {
                    Assert.True(receipt.Verdict == Verdict.Held, ReceiptText.Write(receipt) + policy);
                    if (receipt.Findings is [{ Code: "nothing-to-publish" }])
                    {
                        empty++;
                        return;
                    }

                    held.Add(string.Join(", ", receipt.Findings.Select(f => f.Code)) + "\n" + policy);
                    return;
                }

                hidden += EditionOracle.AssertSafe(desk, upload, tables);
            }));

        Assert.True(held.Count * 10 <= Cases, $"{held.Count} of {Cases} runs were held:\n{string.Join('\n', held)}");
        Assert.True(empty * 4 <= Cases, $"{empty} of {Cases} runs had nothing left to publish.");
        Assert.True(hidden > Cases, "Hardly anything had to be hidden: the cases test nothing.");
    }
}
