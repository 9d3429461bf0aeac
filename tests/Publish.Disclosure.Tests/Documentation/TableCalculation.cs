using System.Globalization;
using Publish.Disclosure.Tables;
using Publish.Disclosure.Tests.Tables;

namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// Protects a two-way table of counts. Input: a corner, then the columns' labels; a row a category. Settings:
/// <c>threshold</c>, <c>zeros: protected</c>, <c>groupDisclosure: rows</c> or <c>columns</c>. Answer: the table with its totals as it is published, <c>c</c> where a
/// number is withheld, <c>0</c> where nobody is.
/// </summary>
internal sealed class TableCalculation : IExampleCalculation
{
    public string Kind => "table";

    public IEnumerable<string[]> Answer(WorkedExample example)
    {
        var (rows, columns) = (example.Input.Skip(1).Select(row => row[0]).ToArray(), example.Input[0][1..]);
        var counts = Counts(example);
        var table = counts.Protect(Request(example)).Tables[0];
        var cells = Enumerable.Range(0, table.CellCount).ToDictionary(cell => counts.Label(table, cell), cell => Shown(table, cell));
        string[] labels = [.. columns, "Total"];
        yield return [example.Input[0][0], .. labels];
        foreach (var row in rows.Append("Total"))
        {
            yield return [row, .. labels.Select(label => cells.GetValueOrDefault($"{row}/{label}", "0"))];
        }
    }

    /// <summary>The table of an example.</summary>
    internal static CountTable Counts(WorkedExample example)
    {
        var columns = example.Input[0][1..];
        var counts = new CountTable();
        foreach (var row in example.Input.Skip(1))
        {
            for (var column = 0; column < columns.Length; column++)
            {
                counts.Add(long.Parse(row[column + 1], CultureInfo.InvariantCulture), row[0], columns[column]);
            }
        }

        counts.AddKey();
        counts.AddKey();
        return counts;
    }

    /// <summary>What is asked of it.</summary>
    internal static TableRequest Request(WorkedExample example) =>
        CountTable.Request(int.Parse(example.Setting("threshold"), CultureInfo.InvariantCulture), [0, 1], [0, 1]) with
        {
            GroupKeys = example.Setting("groupDisclosure") is { Length: > 0 } keys ? [keys == "rows" ? 0 : 1] : [],
            Zeros = example.Setting("zeros") == "protected" ? ZeroTreatment.Protected : ZeroTreatment.Published,
        };

    private static string Shown(ProtectedTable table, int cell) =>
        table.Status[cell] == CellStatus.Published ? table.Respondents[cell].ToString(CultureInfo.InvariantCulture) : "c";
}
