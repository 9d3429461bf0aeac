using System.Globalization;
using Publish.Disclosure.Tables.Primary;
using Publish.Disclosure.Tests.Tables.Primary;

namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// Judges cells by their respondents' contributions. Input: <c>cell</c>, <c>contributions</c> (numbers, <c>-</c> for a
/// respondent without a value, <c>value×weight</c>). Settings: <c>rule</c> with its numbers. Answer: whether each cell is
/// sensitive, and the protection level below and above.
/// </summary>
internal sealed class SensitivityCalculation : IExampleCalculation
{
    public string Kind => "sensitivity";

    public IEnumerable<string[]> Answer(WorkedExample example)
    {
        var rule = RuleOf(example.Setting("rule").Split(' '));
        yield return ["cell", "sensitive", "lower", "upper"];
        foreach (var row in example.Input.Skip(1))
        {
            var texts = row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var cell = Cells.Of([.. texts.Where(text => text != "-").Select(ContributionOf)]) with { Respondents = texts.Length };
            var level = rule.LevelOf(cell);
            yield return [row[0], rule.IsSensitive(cell) ? "yes" : "no", Number(level.Lower), Number(level.Upper)];
        }
    }

    private static SensitivityRule RuleOf(string[] words) => words[0] switch
    {
        "minimum-frequency" => new MinimumFrequency((int)Decimal(words[1])),
        "minimum-contributors" => new MinimumContributors((int)Decimal(words[1])),
        "minimum-non-contributors" => new MinimumNonContributors((int)Decimal(words[1])),
        "dominance" => new DominanceRule((int)Decimal(words[1]), Decimal(words[2])),
        "dominance-tau-argus" => new DominanceRule((int)Decimal(words[1]), Decimal(words[2])) { Weights = SamplingWeights.OfContributions },
        "p-percent" => new PPercentRule(Decimal(words[1])),
        "prior-posterior" => new PriorPosteriorRule(Decimal(words[1]), Decimal(words[2])),
        "constant" => new ConstantRule(),
        "safety-range" => new SafetyRange(Decimal(words[1]), (Int128)Decimal(words[2])),
        "quantile-support" => new QuantileSupport(Decimal(words[1]), (int)Decimal(words[2])),
        _ => throw new ArgumentException($"No rule is called {words[0]}."),
    };

    private static Contribution ContributionOf(string text)
    {
        var parts = text.Split('×');
        var value = (Int128)Decimal(parts[0]);
        return new Contribution(value, parts.Length > 1 ? value * (Int128)Decimal(parts[1]) : value);
    }

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Number(Int128 number) => number.ToString(CultureInfo.InvariantCulture);
}
