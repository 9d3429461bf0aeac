using System.Globalization;
using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tests.Tables.Primary;

/// <summary>The handbook's examples of chapter 4, from the file that lists them.</summary>
public class HandbookRuleTests
{
    [ReferenceFact("handbook")]
    public void Each_rule_judges_the_examples_as_the_handbook_does()
    {
        var judged = 0;
        foreach (var row in File.ReadLines(Path.Combine(ReferenceData.Find("handbook")!, "sensitivity_rules.csv")).Skip(1))
        {
            var quoted = row.Split('"');
            var rule = quoted.Length > 1 && quoted[1].EndsWith("dominance", StringComparison.Ordinal) ? quoted[1] : "p%";
            var columns = row.Replace($"\"{rule}\"", rule.Replace(',', ';'), StringComparison.Ordinal).Split(',');
            var cell = Cells.WithTotal(Number(columns[1]), Number(columns[2]), Number(columns[3]));
            var parameter = decimal.Parse(columns[5][(columns[5].IndexOf('=', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
            SensitivityRule tried = rule == "p%" ? new PPercentRule(parameter) : new DominanceRule(rule[1] - '0', parameter);
            Assert.True(tried.IsSensitive(cell) == (columns[6] == "unsafe"), row);
            judged++;
        }

        Assert.Equal(4, judged);
    }

    /// <summary>
    /// A (2,k) rule asks for as much as a p % rule with p = 100 (100 − k)/k in the worst case x₁ = x₂; for all others
    /// the p % rule asks for less.
    /// </summary>
    [ReferenceFact("handbook")]
    public void Two_k_dominance_is_at_least_as_strict_as_the_p_percent_rule_it_converts_to()
    {
        foreach (var row in File.ReadLines(Path.Combine(ReferenceData.Find("handbook")!, "rule_conversion.csv")).Skip(1))
        {
            var columns = row.Split(',');
            var (k, p) = (Number(columns[0]), decimal.Parse(columns[1], CultureInfo.InvariantCulture));
            var dominance = new DominanceRule(2, k);
            Assert.Equal(p, decimal.Round(100m * (100 - k) / k, 2));
            for (var rest = 0L; rest <= 10_000; rest += 125)
            {
                var equal = Cells.WithTotal(20_000 + rest, 10_000, 10_000);
                var half = new PPercentRule(100m * (100 - k) / k * 2);
                Assert.Equal(dominance.IsSensitive(equal), half.IsSensitive(equal));
                var alone = Cells.WithTotal(10_000 + rest, 10_000, 0);
                Assert.True(!new PPercentRule(p).IsSensitive(alone) || dominance.IsSensitive(alone));
            }
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
