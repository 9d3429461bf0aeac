using System.Globalization;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// Protects two tables of one key each, the rows and the columns of a two-way table that is itself not published. Input: a
/// corner, then the columns' labels; a row a category. Setting: <c>threshold</c>. Answer: the cells of both tables,
/// <c>c</c> where a number is withheld.
/// </summary>
internal sealed class MarginsCalculation : IExampleCalculation
{
    public string Kind => "margins";

    public IEnumerable<string[]> Answer(WorkedExample example)
    {
        var counts = TableCalculation.Counts(example);
        var threshold = int.Parse(example.Setting("threshold"), CultureInfo.InvariantCulture);
        TableRequest[] requests = [.. Enumerable.Range(0, 2).Select(key => new TableRequest($"key {key}", [new TableKey(key, [0, 1])], threshold))];
        yield return ["cell", "published"];
        foreach (var table in counts.Protect(requests).Tables)
        {
            for (var cell = 0; cell < table.CellCount; cell++)
            {
                yield return
                [
                    counts.Label(table, cell),
                    table.Status[cell] == CellStatus.Published ? table.Respondents[cell].ToString(CultureInfo.InvariantCulture) : "c",
                ];
            }
        }
    }
}
