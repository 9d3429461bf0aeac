using System.Globalization;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Receipts;

/// <summary>Puts what protection did to a table in words and numbers for its agency.</summary>
internal static class TableFactsOf
{
    /// <summary>The facts of a table.</summary>
    /// <param name="plan">Its plan.</param>
    /// <param name="table">The table as protected.</param>
    public static TableFacts Table(TablePlan plan, ProtectedTable table) => new(
        plan.Release.Name,
        table.Summary.Cells,
        [.. Rules(plan.Release).Select(rule => new RuleFacts(rule.Name, rule.Numbers, rule.Reason, table.Summary.PrimaryBy(rule.Rule)))],
        table.Summary.Secondary);

    private static IEnumerable<(PrimaryRule Rule, string Name, string Numbers, string Reason)> Rules(TableRelease table)
    {
        var rules = table.Rules;
        var t = Number(table.Threshold);
        yield return (PrimaryRule.Frequency, "minimum-frequency", $"t = {t}", $"fewer than {t} respondents are in them");
        if (table.Measures.Any(measure => measure.Column is not null) || table.CostColumn is not null)
        {
            yield return (PrimaryRule.Contributors, "minimum-contributors", $"t = {t}", $"fewer than {t} respondents have a value");
            yield return (PrimaryRule.NonContributors, "minimum-non-contributors", $"t = {t}", $"some respondents have no value, but fewer than {t}");
        }

        if (table.Zeros == ZeroCells.Protected)
        {
            yield return (PrimaryRule.Zero, "protected-zeros", "", "nobody is in them");
        }

        if (rules.Dominance.Count > 0)
        {
            var numbers = string.Join("; ", rules.Dominance.Select(rule => $"n = {Number(rule.N)}, k = {Percent(rule.K)}"));
            yield return (PrimaryRule.Dominance, "dominance", numbers, $"a few respondents make up most of a sum ({numbers})");
        }

        if (rules.PPercent is { } p)
        {
            yield return (PrimaryRule.PPercent, "p-percent", $"p = {Percent(p)}", $"one respondent could tell another's value to within {Percent(p)}");
        }

        if (rules.PriorPosterior is { } pair)
        {
            var numbers = $"p = {Percent(pair.P)}, q = {Percent(pair.Q)}";
            yield return (PrimaryRule.PriorPosterior, "prior-posterior", numbers, $"respondents who know something could tell another's value too closely ({numbers})");
        }

        if (rules.Constants == ConstantCells.Protected && table.Measures.Any(measure => measure.Column is not null))
        {
            yield return (PrimaryRule.Constant, "constant-values", "", "everyone has the same value");
        }
    }

    private static string Percent(decimal share) => (100 * share).ToString("0.####", CultureInfo.InvariantCulture) + " %";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
