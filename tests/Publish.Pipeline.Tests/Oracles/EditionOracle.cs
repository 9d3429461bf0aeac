using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Oracles;

/// <summary>Attacks all tables of an edition together, as the one does who can read them all.</summary>
internal static class EditionOracle
{
    /// <summary>Every table is true and of large cells, and no hidden cell is determined by all tables together.</summary>
    /// <returns>How many cells are hidden.</returns>
    public static int AssertSafe(Desk desk, RandomUpload upload, RandomTable[] tables)
    {
        TableOracle[] oracles = [.. tables.Select(t => new TableOracle(upload, t, desk.Table(t.Name, audience: t.Audience)))];
        foreach (var oracle in oracles)
        {
            oracle.AssertCellsAreThose();
            oracle.AssertNumbersAreTrueAndLarge();
        }

        var published = oracles.SelectMany(o => o.Cells()).Where(cell => !cell.IsHidden).Select(cell => cell.Name).ToHashSet();
        var hidden = oracles.SelectMany(o => o.Cells()).Where(cell => cell.IsHidden).Select(cell => cell.Name).Distinct().ToArray();
        Assert.DoesNotContain(hidden, published.Contains);

        // Counts of distinct respondents do not add up; sums always do.
        var additive = tables.Where(t => t.SumsPay || (t.HasCount && !upload.HasRespondents)).ToHashSet();
        var numbers = hidden.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        var system = new RationalSystem();
        foreach (var (total, parts) in oracles.Where((_, i) => additive.Contains(tables[i])).SelectMany(o => o.Sums()))
        {
            system.Add(parts.Select(part => (part, 1)).Append((total, -1))
                .Where(term => numbers.ContainsKey(term.Item1))
                .Select(term => (numbers[term.Item1], term.Item2)));
        }

        Assert.Empty(system.Determined().Select(cell => hidden[cell]));
        return hidden.Length;
    }
}
