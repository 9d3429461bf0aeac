using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>What tests need and do not care about.</summary>
internal static class Some
{
    /// <summary>A problem that asks for no intervals unless it is told to.</summary>
    public static SuppressionProblem Problem(
        CellSystem system, CellRole[] roles, double[] costs, params IntervalDemand[] demands) =>
        new() { System = system, Roles = roles, Costs = costs, Demands = demands };
}
