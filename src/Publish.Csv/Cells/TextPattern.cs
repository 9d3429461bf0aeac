using System.Text;
using System.Text.RegularExpressions;

namespace Publish.Csv.Cells;

/// <summary>A declared pattern, for one thread. Remembers its verdicts on short texts, which columns mostly repeat.</summary>
internal sealed class TextPattern(string pattern)
{
    private const int Remembered = 1024;
    private const int LongestRemembered = 16;

    private readonly Regex _regex = CsvColumn.WholeCell(pattern);
    private readonly (UInt128 Text, byte Length, bool Matches)[] _verdicts = new (UInt128, byte, bool)[Remembered];
    private char[] _characters = [];

    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > LongestRemembered)
        {
            return Ask(text);
        }

        Span<byte> padded = stackalloc byte[LongestRemembered];
        padded.Clear();
        text.CopyTo(padded);
        var key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(padded);
        var mixed = ((ulong)key ^ (ulong)(key >> 61)) * 0x9E3779B97F4A7C15;
        ref var verdict = ref _verdicts[mixed >> 54];
        if (verdict.Length != text.Length || verdict.Text != key)
        {
            verdict = (key, (byte)text.Length, Ask(text));
        }

        return verdict.Matches;
    }

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
