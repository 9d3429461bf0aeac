using System.Buffers.Text;
using System.Numerics;
using Publish.Csv;

namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>Counts, for one column, the cells that have the shape of a personal identifier. For one thread.</summary>
internal sealed class IdentifierScan
{
    private const int LongestIndexed = 32;
    // Ten digits: the shortest identifier that is a number, without the zero that a number cannot start with.
    private const long SmallestSuspect = 1_000_000_000;
    private readonly IIdentifierPattern[] _patterns;
    private readonly int[] _longest;
    private readonly uint[] _ofLength;
    private readonly uint[] _ofFirst;
    private readonly long[] _matches;
    private uint[] _matchesOfNumber = [];
    private int _numbered;
    private bool _anyNumberedMatches;

    /// <summary>Creates a scan.</summary>
    /// <param name="patterns">What to look for; at most 32.</param>
    public IdentifierScan(IReadOnlyList<IIdentifierPattern> patterns)
    {
        _patterns = [.. patterns];
        _longest = [.. patterns.Select(pattern => pattern.MaximumLength)];
        _matches = new long[patterns.Count];
        _ofLength = [.. Enumerable.Range(0, LongestIndexed + 2).Select(length => Mask(p => IsPossible(p, length)))];
        _ofFirst = [.. Enumerable.Range(0, 256).Select(first => Mask(p => p.CanStartWith((byte)first)))];
    }

    /// <summary>Cells that are not missing.</summary>
    public long Filled { get; private set; }

    /// <summary>Cells that match, by pattern.</summary>
    public IReadOnlyList<long> Matches => _matches;

    /// <summary>What was counted so far.</summary>
    public IdentifierCounts Counts => new(Filled, [.. _matches]);

    /// <summary>Whether a column of this type can hold identifiers at all.</summary>
    /// <param name="type">The column's type.</param>
    /// <returns>True for text and integers.</returns>
    public static bool AppliesTo(CellType type) => type is CellType.Text or CellType.Integer;

    /// <summary>Scans a column of a batch: text, and integers long enough to be an identifier.</summary>
    /// <param name="column">The column.</param>
    public void Scan(TypedColumn column)
    {
        var rows = column.Missing.Length;
        Filled += column.AnyMissing ? column.Missing.Count(false) : rows;
        if (column.DistinctTexts is { } texts)
        {
            ScanNumbered(column.TextNumbers, texts);
            return;
        }

        if (column.Column.Type == CellType.Text)
        {
            for (var row = 0; row < rows; row++)
            {
                ScanText(column.Text(row));
            }

            return;
        }

        foreach (var value in column.Values)
        {
            if (value >= SmallestSuspect)
            {
                ScanNumber(value);
            }
        }
    }

    private void ScanNumber(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out var length);
        ScanText(digits[..length]);
    }

    // Each distinct text is looked at once; its matches then count as often as it occurs.
    private void ScanNumbered(ReadOnlySpan<int> numbers, DistinctTexts texts)
    {
        Array.Resize(ref _matchesOfNumber, int.Max(_matchesOfNumber.Length, texts.Count));
        for (; _numbered < texts.Count; _numbered++)
        {
            _matchesOfNumber[_numbered] = MatchesOf(texts.Utf8Of(_numbered));
            _anyNumberedMatches |= _matchesOfNumber[_numbered] != 0;
        }

        if (!_anyNumberedMatches)
        {
            return;
        }

        foreach (var number in numbers)
        {
            Count(number < 0 ? 0 : _matchesOfNumber[number]);
        }
    }

    private void ScanText(ReadOnlySpan<byte> text) => Count(MatchesOf(text));

    private void Count(uint matches)
    {
        for (; matches != 0; matches &= matches - 1)
        {
            _matches[BitOperations.TrailingZeroCount(matches)]++;
        }
    }

    private uint MatchesOf(ReadOnlySpan<byte> text)
    {
        var matches = 0u;
        var possible = _ofLength[Math.Min(text.Length, LongestIndexed + 1)];
        if (possible == 0)
        {
            return matches;
        }

        for (possible &= _ofFirst[text[0]]; possible != 0; possible &= possible - 1)
        {
            var pattern = BitOperations.TrailingZeroCount(possible);
            if (text.Length <= _longest[pattern] && _patterns[pattern].Matches(text))
            {
                matches |= 1u << pattern;
            }
        }

        return matches;
    }

    private static bool IsPossible(IIdentifierPattern pattern, int length) =>
        length >= pattern.MinimumLength && (length <= pattern.MaximumLength || length > LongestIndexed);

    private uint Mask(Func<IIdentifierPattern, bool> applies)
    {
        var mask = 0u;
        for (var i = 0; i < _patterns.Length; i++)
        {
            mask |= applies(_patterns[i]) ? 1u << i : 0;
        }

        return mask;
    }
}
