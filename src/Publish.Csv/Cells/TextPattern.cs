using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Publish.Csv.Cells;

/// <summary>A declared pattern, for one thread. Remembers its verdicts on short texts, which columns mostly repeat.</summary>
internal sealed class TextPattern(string pattern)
{
    private const int FewestRemembered = 1 << 10;
    private const int MostRemembered = 1 << 14;
    private const int LongestRemembered = 16;

    private readonly Regex _regex = CsvColumn.WholeCell(pattern);
    private (ulong First, ulong Last, byte Length, bool Matches)[] _verdicts = new (ulong, ulong, byte, bool)[FewestRemembered];
    private char[] _characters = [];
    private int _asked;

    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > LongestRemembered)
        {
            return Ask(text);
        }

        var (first, last) = Ends(text);
        var mixed = (first ^ (last * 0xE7037ED1A0B428DB)) * 0x9E3779B97F4A7C15;
        ref var verdict = ref _verdicts[(mixed >> 32) & (ulong)(_verdicts.Length - 1)];
        if (verdict.Length == text.Length && verdict.First == first && verdict.Last == last)
        {
            return verdict.Matches;
        }

        var matches = Ask(text);
        verdict = (first, last, (byte)text.Length, matches);
        RememberMoreWhenAskedOften();
        return matches;
    }

    // A column of a few thousand codes pays for more memory; one of names or numbers soon reaches the bound.
    private void RememberMoreWhenAskedOften()
    {
        if (++_asked > 4 * _verdicts.Length && _verdicts.Length < MostRemembered)
        {
            _verdicts = new (ulong, ulong, byte, bool)[4 * _verdicts.Length];
            _asked = 0;
        }
    }

    // The first and the last bytes, which overlap; with the length they are the whole text.
    private static (ulong First, ulong Last) Ends(ReadOnlySpan<byte> text) => text.Length switch
    {
        >= sizeof(ulong) => (MemoryMarshal.Read<ulong>(text), MemoryMarshal.Read<ulong>(text[^sizeof(ulong)..])),
        >= sizeof(uint) => (MemoryMarshal.Read<uint>(text), MemoryMarshal.Read<uint>(text[^sizeof(uint)..])),
        _ => (text[0], ((ulong)text[text.Length / 2] << 8) | text[^1]),
    };

    private bool Ask(ReadOnlySpan<byte> text)
    {
        if (_characters.Length < text.Length)
        {
            _characters = new char[int.Max(text.Length, 256)];
        }

        var length = Encoding.UTF8.GetChars(text, _characters);
        return _regex.IsMatch(_characters.AsSpan(0, length));
    }
}
