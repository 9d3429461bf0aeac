using FsCheck;
using FsCheck.Fluent;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Pipeline.Tests.Oracles;

namespace Publish.Pipeline.Tests.Properties;

public class RecordsProperties
{
    private const int Cases = 60;

    [Fact]
    public void Published_records_are_true_k_anonymous_and_diverse()
    {
        var held = new List<string>();
        var classes = 0L;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(2026, 11),
            Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                var random = new Random(seed);
                var upload = RandomUpload.Make(random, 300);
                var k = random.Next(2, 7);
                var (diversity, l, c) = random.Next(4) switch
                {
                    0 => ("distinct", 2d, 0d),
                    1 => ("entropy", 1.5, 0d),
                    2 => ("recursive", 2d, 2.5),
                    _ => ("", 0d, 0d),
                };
                var rule = diversity.Length == 0 ? "" : FormattableString.Invariant(
                    $", diversity: {{column: secret, kind: {diversity}, l: {l}{(c > 0 ? $", c: {c.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "")}}}");
                var columns = string.Join(", ", upload.Keys.Select(key => key.Name).Append("secret"));
                var policy = upload.Policy(
                    $"{{name: people, kind: records, audience: public, columns: [{columns}], k: {k}, suppressionLimit: {random.Next(0, 60)}%{rule}}}");
                using var desk = new Desk();
                upload.WriteLevelFiles(desk);
                var receipt = desk.RunAsync(policy, upload.Csv()).GetAwaiter().GetResult();
                if (receipt.Verdict != Verdict.Accepted)
                {
                    Assert.True(receipt.Verdict == Verdict.Held, ReceiptText.Write(receipt) + policy);
                    held.Add(string.Join(", ", receipt.Findings.Select(f => f.Code)) + "\n" + policy);
                    return;
                }

                var facts = Assert.Single(receipt.Records);
                var published = desk.Table("people");
                Assert.Equal(facts.RowsPublished, published.Rows.Count);
                Assert.Equal(upload.Rows.Count, facts.RowsPublished + facts.RowsSuppressed);
                new RecordsOracle(upload, facts, published).AssertKeepsItsPromises(k, diversity, l, c);
                classes += facts.Classes;
            }));

        Assert.True(held.Count * 10 <= Cases, $"{held.Count} of {Cases} runs were held:\n{string.Join('\n', held)}");
        Assert.True(classes > Cases, "Hardly a class was published: the cases test nothing.");
    }
}
