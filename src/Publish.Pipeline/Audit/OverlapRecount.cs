using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Publish.Attacks.Differences;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;
using Publish.Policies;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Finds, from the class table alone, which people no table shows and a rule forbids to show: those in a cell of one table
/// and in a cell of another, and those in a cell and in no cell of another table that lies within it.
/// </summary>
/// <param name="upload">The grouped upload.</param>
/// <param name="plans">The tables' plans; at least two for anything to be found.</param>
/// <param name="policy">The policy.</param>
/// <param name="removable">From which classes an intruder may think one respondent away.</param>
internal sealed class OverlapRecount(GroupedUpload upload, IReadOnlyList<TablePlan> plans, Policy policy, RemovableRespondents removable)
{
    private readonly RuleRecount[] _rules = [.. plans.Select(plan => new RuleRecount(upload, plan, policy, removable))];
    private readonly HashSet<UInt128> _known = [];
    private readonly List<SecretOverlap> _secrets = [];

    /// <summary>Looks at every two grouping sets of different tables.</summary>
    /// <returns>Each group once, none of which is a cell of a table.</returns>
    public IReadOnlyList<SecretOverlap> Run()
    {
        var tables = plans.Select(Sets).ToArray();
        foreach (var (cells, _) in tables.SelectMany(sets => sets))
        {
            foreach (var classes in Members(cells))
            {
                _known.Add(Digest(classes));
            }
        }

        var seen = tables.SelectMany(sets => sets).Select(set => set.Levels).ToHashSet(StringComparer.Ordinal);
        for (var second = 1; second < tables.Length; second++)
        {
            foreach (var (one, other) in tables.Take(second).SelectMany(sets => sets).SelectMany(one => tables[second].Select(other => (one, other))))
            {
                if (seen.Add(one.Levels + " | " + other.Levels))
                {
                    Add(Joined(one.Cells, other.Cells));
                    Add(Rest(one.Cells, other.Cells), but: one.Cells.Count);
                    Add(Rest(other.Cells, one.Cells), but: other.Cells.Count);
                }
            }
        }

        return _secrets;
    }

    private List<((int[] Of, int Count) Cells, string Levels)> Sets(TablePlan plan)
    {
        var codes = new RecountCodes(upload, plan);
        return [.. codes.Sets().Select(levels => (codes.CellsOf(levels), string.Join(' ', levels.Zip(plan.Request.Keys).Select(level => $"{level.Second.Key}:{level.First}"))))];
    }

    private static (int[] Of, int Count) Joined((int[] Of, int Count) one, (int[] Of, int Count) other)
    {
        var pairs = new Dictionary<(int, int), int>();
        var of = new int[one.Of.Length];
        for (var c = 0; c < of.Length; c++)
        {
            if (!pairs.TryGetValue((one.Of[c], other.Of[c]), out of[c]))
            {
                pairs.Add((one.Of[c], other.Of[c]), of[c] = pairs.Count);
            }
        }

        return (of, pairs.Count);
    }

    /// <summary>Who is in an outer cell, and in an inner one that reaches beyond it; the last group is of all others.</summary>
    private static (int[] Of, int Count) Rest((int[] Of, int Count) outer, (int[] Of, int Count) inner)
    {
        var parents = Enumerable.Range(0, inner.Count).Select(_ => new HashSet<int>()).ToArray();
        for (var c = 0; c < inner.Of.Length; c++)
        {
            parents[inner.Of[c]].Add(outer.Of[c]);
        }

        var containing = parents.Where(own => own.Count == 1).Select(own => own.Single()).ToHashSet();
        return (
            [.. outer.Of.Select((cell, c) => parents[inner.Of[c]].Count > 1 && containing.Contains(cell) ? cell : outer.Count)],
            outer.Count + 1);
    }

    private void Add((int[] Of, int Count) groups, int but = -1)
    {
        var members = Members(groups);
        bool[] areNew = [.. members.Select((classes, group) => group != but && classes.Count > 0 && _known.Add(Digest(classes)))];
        if (!areNew.Contains(true))
        {
            return;
        }

        var judged = Array.ConvertAll(_rules, rules => rules.Judge(groups).AreSecret);
        _secrets.AddRange(Enumerable.Range(0, groups.Count)
            .Where(group => areNew[group] && judged.Any(secret => secret[group]))
            .Select(group => new SecretOverlap(members[group])));
    }

    private static List<int>[] Members((int[] Of, int Count) groups)
    {
        var members = Enumerable.Range(0, groups.Count).Select(_ => new List<int>()).ToArray();
        for (var c = 0; c < groups.Of.Length; c++)
        {
            members[groups.Of[c]].Add(c);
        }

        return members;
    }

    private static UInt128 Digest(List<int> classes) =>
        MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(classes))));
}
