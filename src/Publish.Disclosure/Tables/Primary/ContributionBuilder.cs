using System.Runtime.InteropServices;

namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// Gathers contributions, respondent by respondent, in any order: what is built depends only on which there are.
/// </summary>
public sealed class ContributionBuilder
{
    private readonly int _depth;
    private readonly Int128 _unitWeight;
    private readonly LargestContributions[] _lone;
    private readonly Int128[] _totals;
    private readonly List<int> _starts = [0];
    private readonly List<int> _classes = [];
    private readonly List<Contribution> _contributions = [];

    /// <summary>Creates an empty builder.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="depth">How many contributions of respondents in one class to keep for each class; <see cref="int.MaxValue"/> for all.</param>
    /// <param name="unitWeight">What a weight of 1 is in the units of weighted values; 1 where there are no weights.</param>
    public ContributionBuilder(int classes, int depth, Int128 unitWeight)
    {
        _depth = depth;
        _unitWeight = unitWeight;
        _lone = new LargestContributions[classes];
        _totals = new Int128[classes];
    }

    /// <summary>Adds one respondent.</summary>
    /// <param name="own">
    /// Its classes, possibly repeated, and what it adds to each; none where it has no value. Used up: what the list holds
    /// afterwards has no meaning.
    /// </param>
    /// <exception cref="OverflowException">A sum leaves the range of <see cref="Int128"/>.</exception>
    public void Add(List<(int Class, Contribution Contribution)> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var distinct = AddUp(own);
        if (distinct.Length == 1)
        {
            var (item, contribution) = distinct[0];
            AddAll(item, [contribution], Int128.Abs(contribution.Weighted));
            return;
        }

        foreach (var (item, contribution) in distinct)
        {
            _classes.Add(item);
            _contributions.Add(contribution);
        }

        if (distinct.Length > 0)
        {
            _starts.Add(_classes.Count);
        }
    }

    /// <summary>Adds the largest contributions of several respondents that are in one class only.</summary>
    /// <param name="item">The class.</param>
    /// <param name="largest">The largest contributions, in any order.</param>
    /// <param name="total">The sum of the absolute weighted values of all of the respondents.</param>
    internal void AddAll(int item, ReadOnlySpan<Contribution> largest, Int128 total)
    {
        _totals[item] = checked(_totals[item] + total);
        foreach (var contribution in largest)
        {
            _lone[item].Add(contribution, _depth);
        }
    }

    /// <summary>Builds the table.</summary>
    public ContributionTable Build()
    {
        var starts = new int[_lone.Length + 1];
        for (var item = 0; item < _lone.Length; item++)
        {
            starts[item + 1] = checked(starts[item] + _lone[item].Count);
        }

        var largest = new Contribution[starts[^1]];
        for (var item = 0; item < _lone.Length; item++)
        {
            _lone[item].CopyTo(largest.AsSpan(starts[item]..starts[item + 1]));
        }

        return new ContributionTable(
            _depth,
            _unitWeight,
            new ClassContributions(starts, largest, _totals),
            new RecurringContributions([.. _starts], [.. _classes], [.. _contributions]));
    }

    /// <summary>Joins the entries of one class.</summary>
    private static Span<(int Class, Contribution Contribution)> AddUp(List<(int Class, Contribution Contribution)> own)
    {
        var entries = CollectionsMarshal.AsSpan(own);
        entries.Sort(static (a, b) => a.Class.CompareTo(b.Class));
        var kept = 0;
        foreach (var entry in entries)
        {
            if (kept > 0 && entries[kept - 1].Class == entry.Class)
            {
                entries[kept - 1].Contribution = entries[kept - 1].Contribution.Plus(entry.Contribution);
            }
            else
            {
                entries[kept++] = entry;
            }
        }

        return entries[..kept];
    }
}
