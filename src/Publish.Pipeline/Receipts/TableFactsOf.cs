using System.Globalization;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Receipts;

/// <summary>Puts what protection did to a table in words and numbers for its agency.</summary>
internal static class TableFactsOf
{
    /// <summary>The facts of all tables.</summary>
    /// <param name="upload">What protection decided.</param>
    public static IReadOnlyList<TableFacts> Tables(ProtectedUpload upload)
    {
        var explanations = new Explanations(upload);
        return [.. upload.Tables.Select((table, i) => Table(table.Plan, table.Table) with
        {
            Explained = explanations.CellsOf(i),
            Instead = explanations.CoarserOf(i),
        })];
    }

    private static TableFacts Table(TablePlan plan, ProtectedTable table) => new(
        plan.Release.Name,
        table.Summary.Cells,
        [.. Rules(plan).Select(rule => new RuleFacts(RuleNames.Of(rule.Rule), rule.Numbers, rule.Reason, table.Summary.PrimaryBy(rule.Rule)))],
        table.Summary.Secondary);

    private static IEnumerable<(PrimaryRule Rule, string Numbers, string Reason)> Rules(TablePlan plan)
    {
        var table = plan.Release;
        var rules = table.Rules;
        var t = Number(table.Threshold);
        yield return (PrimaryRule.Frequency, $"t = {t}", $"fewer than {t} respondents are there");
        if (table.HasMeasureColumn)
        {
            yield return (PrimaryRule.Contributors, $"t = {t}", $"fewer than {t} respondents have a value");
            yield return (PrimaryRule.NonContributors, $"t = {t}", $"some respondents have no value, but fewer than {t}");
        }

        if (table.Zeros == ZeroCells.Protected)
        {
            yield return (PrimaryRule.Zero, "", "nobody is there");
        }

        if (table.GroupKeys.Count > 0)
        {
            yield return (PrimaryRule.GroupDisclosure, "", "nobody is there, so that everybody is known to be in another category of a key");
        }

        if (rules.Dominance.Count > 0)
        {
            var numbers = string.Join("; ", rules.Dominance.Select(rule => $"n = {Number(rule.N)}, k = {Percent(rule.K)}"));
            yield return (PrimaryRule.Dominance, numbers, $"a few respondents make up most of a sum ({numbers})");
        }

        if (rules.PPercent is { } p)
        {
            yield return (PrimaryRule.PPercent, $"p = {Percent(p)}", $"one respondent could tell another's value to within {Percent(p)}");
        }

        if (rules.PriorPosterior is { } pair)
        {
            var numbers = $"p = {Percent(pair.P)}, q = {Percent(pair.Q)}";
            yield return (PrimaryRule.PriorPosterior, numbers, $"respondents who know something could tell another's value too closely ({numbers})");
        }

        if (table.Measures.Any(measure => measure.Kind == MeasureKind.Quantile))
        {
            yield return (PrimaryRule.QuantileSupport, $"t = {t}", $"fewer than {t} respondents lie on one side of a quantile");
        }

        if (rules.Constants == ConstantCells.Protected && table.HasMeasureColumn)
        {
            yield return (PrimaryRule.Constant, "", "everyone has the same value");
        }

        if (plan.Request.HiddenBefore.Count > 0)
        {
            yield return (PrimaryRule.HiddenBefore, "", "the version that this one corrects hid it");
        }
    }

    private static string Percent(decimal share) => (100 * share).ToString("0.####", CultureInfo.InvariantCulture) + " %";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
