using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;
using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>Rows of a made-up upload with the tables asked for, and the class table as grouping would make it.</summary>
internal sealed record TableCase(
    int[][] RowCodes, int[] RowRespondents, int[] RowValues, KeyHierarchy[] Hierarchies, TableRequest[] Requests)
{
    public override string ToString() =>
        $"{RowCodes.Length} rows, levels {string.Join('/', Hierarchies.Select(h => string.Join(',', h.Levels.Select(l => l.CategoryCount))))}, "
        + string.Join("; ", Requests.Select(r => $"t={r.Threshold} {r.Zeros} {string.Join('|', r.Keys.Select(k => $"{k.Key}:{string.Join(',', k.Levels)}"))}"));

    /// <summary>The distinct combinations of codes, in order of their first row.</summary>
    public ClassTable Classes()
    {
        var groups = Enumerable.Range(0, RowCodes.Length).GroupBy(row => string.Join(',', RowCodes[row])).ToArray();
        var classOf = groups.SelectMany((group, index) => group.Select(row => (row, index))).ToDictionary(x => x.row, x => x.index);
        var together = Enumerable.Range(0, RowCodes.Length)
            .GroupBy(row => RowRespondents[row])
            .Select(rows => rows.Select(row => classOf[row]).Distinct().Order().ToArray())
            .Where(classes => classes.Length > 1)
            .GroupBy(classes => string.Join(',', classes))
            .ToArray();
        var starts = new List<int> { 0 };
        foreach (var group in together)
        {
            starts.Add(starts[^1] + group.First().Length);
        }

        return new ClassTable(
            [.. Enumerable.Range(0, Hierarchies.Length).Select(key => groups.Select(g => RowCodes[g.First()][key]).ToArray())],
            [.. groups.Select(g => (long)g.Select(row => RowRespondents[row]).Distinct().Count())],
            [.. groups.Select(g => (long)g.Count())],
            [[.. groups.Select(g => (Int128)g.Sum(row => RowValues[row]))]],
            new RespondentOverlaps(
                [.. starts],
                [.. together.SelectMany(group => group.First())],
                [.. together.Select(group => (long)group.Count())]))
        {
            Contributions = Requests.Any(request => request.Rules.Count > 0) ? [Contributions(classOf, groups.Length)] : [],
        };
    }

    /// <summary>What each respondent adds to each class.</summary>
    private ContributionTable Contributions(Dictionary<int, int> classOf, int classes)
    {
        var builder = new ContributionBuilder(classes, depth: 2, unitWeight: 1);
        foreach (var rows in Enumerable.Range(0, RowCodes.Length).GroupBy(row => RowRespondents[row]))
        {
            builder.Add([.. rows.Select(row => (classOf[row], (Contribution)RowValues[row]))]);
        }

        return builder.Build();
    }

    public ProtectedEdition Protect() =>
        TableProtection.Protect(Classes(), Hierarchies, Requests, new EliminationEffort { SeeksCheapest = false });

    /// <summary>Protects as uploads are: with a search for the cheapest pattern where tables are small enough.</summary>
    public ProtectedEdition ProtectCheapest() => TableProtection.Protect(Classes(), Hierarchies, Requests);

    /// <summary>Protects with product moves alone, as very large tables are.</summary>
    public ProtectedEdition ProtectByMoves() =>
        TableProtection.Protect(Classes(), Hierarchies, Requests, EliminationEffort.None());

    /// <summary>The category a row has at a level, or the one code of a combination that no row has.</summary>
    public int CategoryAt(int[] codes, int key, int level) => Hierarchies[key].Levels[level].CategoryOf[codes[key]];

    /// <summary>True when a row with these codes is counted in a cell of a table.</summary>
    public bool IsIn(int[] codes, ProtectedTable table, int cell)
    {
        for (var d = 0; d < table.Request.Keys.Count; d++)
        {
            if (CategoryAt(codes, table.Request.Keys[d].Key, table.Levels[d][cell]) != table.Categories[d][cell])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Each cell of every table as a sum over the distinct combinations of codes: one 0/1 row a cell.</summary>
    public Dictionary<(int Table, int Cell), int[]> Functionals(ProtectedEdition edition, IReadOnlyList<int[]> combinations)
    {
        var functionals = new Dictionary<(int, int), int[]>();
        for (var t = 0; t < edition.Tables.Count; t++)
        {
            var table = edition.Tables[t];
            for (var cell = 0; cell < table.CellCount; cell++)
            {
                functionals.Add((t, cell), [.. combinations.Select(codes => IsIn(codes, table, cell) ? 1 : 0)]);
            }
        }

        return functionals;
    }

    public int[][] Combinations() => [.. RowCodes.DistinctBy(codes => string.Join(',', codes))];
}
