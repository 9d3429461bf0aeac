using System.Globalization;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Oracles;

/// <summary>Counts a published table a second time from the raw rows, and attacks it, with code of the tests alone.</summary>
internal sealed class TableOracle(RandomUpload upload, RandomTable table, NaiveCsv published)
{
    /// <summary>Every published row is a cell that exists, once, and none that exists is left out.</summary>
    public void AssertCellsAreThose()
    {
        var expected = new HashSet<string>();
        foreach (var levels in Product([.. table.By.Select(d => d.Levels)]))
        {
            if (table.ProtectsZeros)
            {
                string[][] labels = [.. table.By.Select((d, i) => upload.Rows.Select(row => NameAt(d.Key, levels[i], row)).Distinct().ToArray())];
                expected.UnionWith(Product(labels).Select(l => string.Join('|', l)));
            }
            else
            {
                expected.UnionWith(upload.Rows.Select(row => string.Join('|', table.By.Select((d, i) => NameAt(d.Key, levels[i], row)))));
            }
        }

        var there = published.Rows.Select(NameOf).ToArray();
        Assert.Equal(there.Length, there.Distinct().Count());
        Assert.Equal(expected.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    /// <summary>Every published number is what the raw rows give, and of t respondents or none; hidden ones are empty.</summary>
    public void AssertNumbersAreTrueAndLarge()
    {
        foreach (var cell in published.Rows)
        {
            if (cell["status"] == "c")
            {
                Assert.All(new[] { "count", "pay_sum", "pay_mean" }, column => Assert.Equal("", cell.GetValueOrDefault(column, "")));
                continue;
            }

            Assert.Equal("", cell["status"]);
            var rows = RowsOf(cell);
            var respondents = upload.Respondents(rows);
            Assert.True(respondents >= table.Threshold, $"A published cell is of {respondents} respondents.");
            if (table.HasCount)
            {
                Assert.Equal(respondents, int.Parse(cell["count"], CultureInfo.InvariantCulture));
            }

            if (table.SumsPay || table.MeansPay)
            {
                AssertPay(cell, [.. rows.Where(row => row["pay"].Length > 0)]);
            }
        }
    }

    /// <summary>The name of a cell that tables share: its categories by key, totals left out.</summary>
    public string SharedName(IReadOnlyDictionary<string, string> cell) => string.Join('|', table.By
        .Select(d => (d.Key, Finest: FinestOf(d, cell)))
        .Where(d => d.Finest is not null)
        .OrderBy(d => d.Key.Name, StringComparer.Ordinal)
        .Select(d => $"{d.Finest}={cell[d.Finest!]}"));

    public IEnumerable<(string Name, bool IsHidden)> Cells() => published.Rows.Select(cell => (SharedName(cell), cell["status"] == "c"));

    /// <summary>Every total with the cells that make it up, one finer level of one key at a time.</summary>
    public IEnumerable<(string Total, string[] Parts)> Sums()
    {
        for (var d = 0; d < table.By.Length; d++)
        {
            var dimension = table.By[d];
            var coarseToFine = ColumnsOf(dimension).ToArray();
            var groups = published.Rows
                .Where(cell => FinestOf(dimension, cell) is not null)
                .GroupBy(cell => ParentName(cell, dimension, coarseToFine));
            var parts = groups.ToDictionary(g => g.Key, g => g.Select(SharedName).ToArray());
            foreach (var total in published.Rows)
            {
                var finest = FinestOf(dimension, total);
                var isFinest = coarseToFine.Length > 0 && finest == coarseToFine[^1];
                if (!isFinest && parts.TryGetValue(NameOf(total), out var own))
                {
                    yield return (SharedName(total), own);
                }
            }
        }
    }

    private void AssertPay(IReadOnlyDictionary<string, string> cell, IReadOnlyDictionary<string, string>[] rows)
    {
        var contributors = upload.Respondents(rows);
        Assert.True(contributors == 0 || contributors >= table.Threshold, $"A published sum or mean is of {contributors} respondents.");
        var sum = rows.Sum(row => decimal.Parse(row["pay"], CultureInfo.InvariantCulture));
        if (table.SumsPay)
        {
            Assert.Equal(sum.ToString("F2", CultureInfo.InvariantCulture), cell["pay_sum"]);
        }

        if (table.MeansPay)
        {
            var mean = contributors == 0 ? "" : decimal.Round(sum / contributors, 1, MidpointRounding.AwayFromZero).ToString("F1", CultureInfo.InvariantCulture);
            Assert.Equal(mean, cell["pay_mean"] is "-0.0" ? "0.0" : cell["pay_mean"]);
        }
    }

    private IReadOnlyDictionary<string, string>[] RowsOf(IReadOnlyDictionary<string, string> cell) =>
        [.. upload.Rows.Where(row => table.By.All(d => ColumnsOf(d).All(column => cell[column] == "Total" || cell[column] == d.Key.LabelAt(column, row[d.Key.Name]))))];

    private static IEnumerable<string> ColumnsOf((RandomKey Key, string[] Levels) dimension) =>
        dimension.Levels.Where(level => level != "all").Reverse();

    private static string? FinestOf((RandomKey Key, string[] Levels) dimension, IReadOnlyDictionary<string, string> cell) =>
        ColumnsOf(dimension).LastOrDefault(column => cell[column] != "Total");

    private string NameAt(RandomKey key, string level, IReadOnlyDictionary<string, string> row)
    {
        var dimension = table.By.Single(d => d.Key == key);
        var index = Array.IndexOf(dimension.Levels, level);
        return string.Join('/', ColumnsOf(dimension).Select(column =>
            Array.IndexOf(dimension.Levels, column) >= index && level != "all" ? key.LabelAt(column, row[key.Name]) : "Total"));
    }

    private string NameOf(IReadOnlyDictionary<string, string> cell) =>
        string.Join('|', table.By.Select(d => string.Join('/', ColumnsOf(d).Select(column => cell[column]))));

    private string ParentName(IReadOnlyDictionary<string, string> cell, (RandomKey Key, string[] Levels) dimension, string[] coarseToFine)
    {
        var parent = cell.ToDictionary();
        parent[coarseToFine.Last(column => cell[column] != "Total")] = "Total";
        return NameOf(parent);
    }

    private static IEnumerable<string[]> Product(string[][] lists) => lists.Aggregate(
        (IEnumerable<string[]>)[[]],
        (done, list) => done.SelectMany(head => list.Select(item => (string[])[.. head, item])));
}
