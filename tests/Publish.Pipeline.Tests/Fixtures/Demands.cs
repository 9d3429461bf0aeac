using Publish.Disclosure.Tables;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>Gives a protected table other demands than protection has, or fewer cells.</summary>
internal static class Demands
{
    public static ProtectedTable Without(this ProtectedTable table, int cell)
    {
        T[] Rest<T>(T[] column) => column.Length == 0 ? column : [.. column[..cell], .. column[(cell + 1)..]];
        return new ProtectedTable
        {
            Request = table.Request,
            Levels = Array.ConvertAll(table.Levels, Rest),
            Categories = Array.ConvertAll(table.Categories, Rest),
            Respondents = Rest(table.Respondents),
            Rows = Rest(table.Rows),
            Sums = Array.ConvertAll(table.Sums, Rest),
            Contributors = Array.ConvertAll(table.Contributors, Rest),
            Weights = Array.ConvertAll(table.Weights, Rest),
            Quantiles = Array.ConvertAll(table.Quantiles, quantiles => Array.ConvertAll(quantiles, Rest)),
            Status = Rest(table.Status),
            Rule = Rest(table.Rule),
            SystemCell = Rest(table.SystemCell),
            Shields = Rest(table.Shields),
            Costs = Rest(table.Costs),
            Summary = table.Summary,
            Demands = [.. table.Demands.Select(demand => new CellDemand(demand.Sum, Rest(demand.Lower), Rest(demand.Upper)))],
        };
    }

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
