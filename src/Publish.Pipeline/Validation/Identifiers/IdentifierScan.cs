using System.Buffers.Text;
using Publish.Csv;

namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>Counts, for one column, the cells that have the shape of a personal identifier. For one thread.</summary>
internal sealed class IdentifierScan
{
    private const int LongestIndexed = 24;
    private const long SmallestSuspect = 100_000_000;
    private readonly IReadOnlyList<IIdentifierPattern> _patterns;
    private readonly int[][] _byLength;
    private readonly int[] _forLonger;
    private readonly long[] _matches;

    /// <summary>Creates a scan.</summary>
    /// <param name="patterns">What to look for.</param>
    public IdentifierScan(IReadOnlyList<IIdentifierPattern> patterns)
    {
        _patterns = patterns;
        _matches = new long[patterns.Count];
        _byLength = [.. Enumerable.Range(0, LongestIndexed + 1).Select(Candidates)];
        _forLonger = [.. Enumerable.Range(0, patterns.Count).Where(p => patterns[p].MaximumLength > LongestIndexed)];
    }

    /// <summary>Cells that are not missing.</summary>
    public long Filled { get; private set; }

    /// <summary>Cells that match, by pattern.</summary>
    public IReadOnlyList<long> Matches => _matches;

    /// <summary>Scans a column of a batch: text, and integers long enough to be an identifier.</summary>
    /// <param name="column">The column.</param>
    public void Scan(TypedColumn column)
    {
        var missing = column.Missing;
        for (var row = 0; row < missing.Length; row++)
        {
            if (missing[row])
            {
                continue;
            }

            Filled++;
            if (column.Column.Type == CellType.Text)
            {
                ScanText(column.Text(row));
            }
            else if (column.Values[row] >= SmallestSuspect)
            {
                ScanNumber(column.Values[row]);
            }
        }
    }

    /// <summary>Whether a column of this type can hold identifiers at all.</summary>
    /// <param name="type">The column's type.</param>
    /// <returns>True for text and integers.</returns>
    public static bool AppliesTo(CellType type) => type is CellType.Text or CellType.Integer;

    private void ScanNumber(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out var length);
        ScanText(digits[..length]);
    }

    private void ScanText(ReadOnlySpan<byte> text)
    {
        foreach (var pattern in text.Length <= LongestIndexed ? _byLength[text.Length] : _forLonger)
        {
            if (text.Length <= _patterns[pattern].MaximumLength && _patterns[pattern].Matches(text))
            {
                _matches[pattern]++;
            }
        }
    }

    private int[] Candidates(int length) =>
        [.. Enumerable.Range(0, _patterns.Count)
            .Where(p => length >= _patterns[p].MinimumLength && length <= _patterns[p].MaximumLength)];
}
