using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Oracles;

/// <summary>Compares published records with the raw rows, class by class.</summary>
internal sealed class RecordsOracle(RandomUpload upload, RecordsFacts facts, NaiveCsv published)
{
    public void AssertKeepsItsPromises(int k, string diversity, double l, double c)
    {
        var raw = upload.Rows.ToLookup(row => string.Join('|', upload.Keys.Select(key => LabelOf(key, row))));
        var classes = published.Rows.GroupBy(row => string.Join('|', upload.Keys.Select(key => row[key.Name])));
        foreach (var one in classes)
        {
            var rows = raw[one.Key].ToArray();
            Assert.Equal(rows.Select(row => row["secret"]).Order(StringComparer.Ordinal), one.Select(row => row["secret"]).Order(StringComparer.Ordinal));
            Assert.True(upload.Respondents(rows) >= k, "A class has too few respondents.");
            if (diversity == "distinct" || !upload.HasRespondents)
            {
                Assert.True(IsDiverse(rows, diversity, l, c), $"A class is not {diversity} diverse.");
            }
        }
    }

    // As collected, a missing key is an empty cell; above, a category of its own.
    private string LabelOf(RandomKey key, IReadOnlyDictionary<string, string> row)
    {
        var level = facts.Levels[key.Name];
        return level == key.Name ? row[key.Name] : key.LabelAt(level, row[key.Name]);
    }

    private static bool IsDiverse(IReadOnlyDictionary<string, string>[] rows, string diversity, double l, double c)
    {
        var counts = rows.GroupBy(row => row["secret"]).Select(g => (double)g.Count()).OrderDescending().ToArray();
        return diversity switch
        {
            "distinct" => counts.Length >= l,
            "entropy" => -counts.Sum(n => n / rows.Length * Math.Log(n / rows.Length)) >= Math.Log(l) - 1e-9,
            "recursive" => counts.Length >= l && counts[0] < c * counts.Skip((int)l - 1).Sum(),
            _ => true,
        };
    }
}
