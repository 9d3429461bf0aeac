using Publish.EndToEnd.Fixtures;
using Publish.Pipeline;

namespace Publish.EndToEnd;

/// <summary>pyCANON's scores of students, through the whole pipeline with each kind of ℓ-diversity.</summary>
public sealed class StudentsTests
{
    private static readonly string[] Keys = ["Teacher", "Gender", "Ethnic", "Freeredu", "wesson"];

    [ReferenceFact("pycanon")]
    public async Task Distinct_diversity_holds_in_every_published_class() =>
        await AssertDiverse("{ column: Score, kind: distinct, l: 4 }", scores => scores.Count >= 4);

    [ReferenceFact("pycanon")]
    public async Task Entropy_diversity_holds_in_every_published_class() =>
        await AssertDiverse("{ column: Score, kind: entropy, l: 3.5 }", scores =>
        {
            var all = (double)scores.Sum();
            return -scores.Sum(n => n / all * Math.Log(n / all)) >= Math.Log(3.5) - 1e-12;
        });

    [ReferenceFact("pycanon")]
    public async Task Recursive_diversity_holds_in_every_published_class() =>
        await AssertDiverse("{ column: Score, kind: recursive, l: 3, c: 1 }", scores => scores[0] < scores.Skip(2).Sum());

    private static async Task AssertDiverse(string rule, Predicate<IReadOnlyList<int>> isDiverse)
    {
        var columns = Keys.ToDictionary(key => key, _ => PolicyText.Key);
        columns["Student"] = "{ type: decimal, decimals: 1, role: identifier, required: true, unique: true }";
        columns["Score"] = "{ type: decimal, decimals: 1, role: sensitive, required: true }";
        using var scenario = new Scenario(PolicyText.Of(
            columns,
            $"releases:\n  - {{ name: students, kind: records, audience: public, columns: [{string.Join(", ", Keys)}, Score], k: 5, diversity: {rule}, suppressionLimit: 10% }}"));
        var upload = await File.ReadAllTextAsync(Path.Combine(ReferenceData.Find("pycanon")!, "StudentsMath_Score.csv"));
        var receipt = await scenario.PublishAsync(upload);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        var facts = Assert.Single(receipt.Records);
        Assert.Equal(216, facts.RowsPublished + facts.RowsSuppressed);
        Assert.InRange(facts.RowsSuppressed, 0, 21);
        var rows = scenario.ReadCsv("students");
        var score = Array.IndexOf(rows[0], "Score");
        var classes = rows[1..].GroupBy(row => string.Join('\n', row.Where((_, i) => i != score))).ToArray();
        Assert.Equal(facts.Classes, classes.Length);
        Assert.All(classes, group =>
        {
            Assert.True(group.Count() >= 5);
            Assert.True(isDiverse([.. group.CountBy(row => row[score]).Select(count => count.Value).OrderDescending()]));
        });
        Assert.DoesNotContain("Student", rows[0]);
        Assert.True(scenario.Verify().IsVerified);
    }
}
