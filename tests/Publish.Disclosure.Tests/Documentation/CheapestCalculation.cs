using System.Globalization;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// Protects a two-way table of counts without and with the search for the cheapest pattern. Input and settings: as for
/// <c>table</c>. Answer: for each the secondary cells, their respondents, and what no pattern hides less than.
/// </summary>
internal sealed class CheapestCalculation : IExampleCalculation
{
    public string Kind => "cheapest";

    public IEnumerable<string[]> Answer(WorkedExample example)
    {
        yield return ["search", "secondary cells", "respondents hidden", "at least"];
        yield return Row("without", example, new EliminationEffort { SeeksCheapest = false });
        yield return Row("with", example, new EliminationEffort());
    }

    private static string[] Row(string search, WorkedExample example, EliminationEffort effort)
    {
        var counts = TableCalculation.Counts(example);
        var edition = TableProtection.Protect(counts.Classes(), counts.Hierarchies, [TableCalculation.Request(example)], effort);
        var summary = edition.Tables[0].Summary;
        return
        [
            search,
            summary.Secondary.ToString(CultureInfo.InvariantCulture),
            summary.RespondentsHidden.ToString(CultureInfo.InvariantCulture),
            edition.Cost?.Lowest.ToString(CultureInfo.InvariantCulture) ?? "unknown",
        ];
    }
}
