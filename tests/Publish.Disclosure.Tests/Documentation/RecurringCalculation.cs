using System.Globalization;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// Protects a one-way table of respondents who may be in several categories. Input: the categories, and how many
/// respondents are in just these. Setting: <c>threshold</c>. Answer: the categories and their total, <c>c</c> where withheld.
/// </summary>
internal sealed class RecurringCalculation : IExampleCalculation
{
    public string Kind => "recurring";

    public IEnumerable<string[]> Answer(WorkedExample example)
    {
        var groups = example.Input.Skip(1)
            .Select(row => (Categories: row[0].Split(' '), Count: long.Parse(row[1], CultureInfo.InvariantCulture))).ToArray();
        string[] labels = [.. groups.SelectMany(group => group.Categories).Distinct().Order(StringComparer.Ordinal)];
        long[] respondents = [.. labels.Select(label => groups.Where(group => group.Categories.Contains(label)).Sum(group => group.Count))];
        var overlaps = new OverlapBuilder();
        foreach (var (categories, count) in groups)
        {
            overlaps.Add([.. categories.Select(category => Array.IndexOf(labels, category))], count);
        }

        int[] codes = [.. Enumerable.Range(0, labels.Length)];
        var classes = new ClassTable([codes], respondents, respondents, [], overlaps.Build());
        var key = new KeyHierarchy(
            "key", [new HierarchyLevel("category", codes, labels), new HierarchyLevel("all", new int[labels.Length], ["Total"])]);
        var threshold = int.Parse(example.Setting("threshold"), CultureInfo.InvariantCulture);
        var table = TableProtection.Protect(classes, [key], [new TableRequest("t", [new TableKey(0, [0, 1])], threshold)]).Tables[0];
        yield return ["cell", "published"];
        for (var cell = 0; cell < table.CellCount; cell++)
        {
            yield return
            [
                key.Levels[table.Levels[0][cell]].Labels[table.Categories[0][cell]],
                table.Status[cell] == CellStatus.Published ? table.Respondents[cell].ToString(CultureInfo.InvariantCulture) : "c",
            ];
        }
    }
}
