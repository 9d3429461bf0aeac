using System.Globalization;
using Publish.Disclosure.Perturbation;

namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// Looks up noise by cell key. Input: <c>cell</c> and its respondents' record keys. Setting: <c>table</c>, lines of count,
/// noise, lb and ub. Answer: the cell key, the count and what is published.
/// </summary>
internal sealed class CellKeyCalculation : IExampleCalculation
{
    public string Kind => "cell-key";

    public IEnumerable<string[]> Answer(WorkedExample example)
    {
        var table = new PerturbationTable([.. example.Setting("table").Split(';', StringSplitOptions.TrimEntries).Select(RowOf)]);
        yield return ["cell", "cell key", "count", "published"];
        foreach (var row in example.Input.Skip(1))
        {
            decimal[] keys = [.. row.Skip(1).SelectMany(cell => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Number)];
            var cellKey = keys.Sum() % 1;
            yield return [row[0], Text(cellKey), Text(keys.Length), Text(keys.Length + table.Noise(keys.Length, cellKey))];
        }
    }

    private static PerturbationRow RowOf(string line) =>
        line.Split(' ') is [var count, var noise, var above, var upTo]
            ? new PerturbationRow((int)Number(count), Number(noise), Number(above), Number(upTo))
            : throw new ArgumentException($"A line has four numbers: {line}.");

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
