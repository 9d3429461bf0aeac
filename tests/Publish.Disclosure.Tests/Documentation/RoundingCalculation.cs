using System.Globalization;
using Publish.Disclosure.Perturbation;
using Publish.Disclosure.Tests.Tables;

namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// Rounds a two-way table of counts. Input: a corner, then the columns' labels; a row a category. Settings: <c>method</c>
/// with its base, <c>publish: totals</c> where the inner cells are not published. Answer: the table with its totals.
/// </summary>
internal sealed class RoundingCalculation : IExampleCalculation
{
    public string Kind => "rounding";

    public IEnumerable<string[]> Answer(WorkedExample example)
    {
        var (rows, columns) = (example.Input.Skip(1).Select(row => row[0]).ToArray(), example.Input[0][1..]);
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
        var onlyTotals = example.Setting("publish") == "totals";
        var tables = counts.Protect(onlyTotals
            ? [CountTable.Request(1, [0, 1], [1]), CountTable.Request(1, [1], [0, 1])]
            : [CountTable.Request(1, [0, 1], [0, 1])]).Tables;
        var perturbed = MethodOf(example.Setting("method").Split(' ')).Perturb(counts.Classes(), counts.Hierarchies, tables).Tables;
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (table, own) in tables.Zip(perturbed))
        {
            for (var cell = 0; cell < table.CellCount; cell++)
            {
                shown[counts.Label(table, cell)] = own.Counts[cell].ToString(CultureInfo.InvariantCulture);
            }
        }

        string[] labels = [.. columns, "Total"];
        yield return [example.Input[0][0], .. labels];
        foreach (var row in rows.Append("Total"))
        {
            yield return [row, .. labels.Select(label => shown.GetValueOrDefault($"{row}/{label}", onlyTotals ? "" : "0"))];
        }
    }

    private static CountPerturbation MethodOf(string[] words) => words[0] switch
    {
        "conventional" => new ConventionalCounts(int.Parse(words[1], CultureInfo.InvariantCulture)),
        "small-count" => new SmallCounts(int.Parse(words[1], CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"No method is called {words[0]}."),
    };
}
