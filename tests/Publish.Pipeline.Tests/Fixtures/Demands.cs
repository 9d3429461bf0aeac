using Publish.Disclosure.Tables;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>Gives a protected table other demands than protection has.</summary>
internal static class Demands
{
    public static ProtectedTable With(this ProtectedTable table, IReadOnlyList<CellDemand> demands) => new()
    {
        Request = table.Request,
        Levels = table.Levels,
        Categories = table.Categories,
        Respondents = table.Respondents,
        Rows = table.Rows,
        Sums = table.Sums,
        Contributors = table.Contributors,
        Weights = table.Weights,
        Quantiles = table.Quantiles,
        Status = table.Status,
        Rule = table.Rule,
        SystemCell = table.SystemCell,
        Shields = table.Shields,
        Costs = table.Costs,
        Summary = table.Summary,
        Demands = demands,
    };
}
