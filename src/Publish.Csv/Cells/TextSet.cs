using System.IO.Hashing;
using System.Text;

namespace Publish.Csv.Cells;

/// <summary>A fixed set of texts, asked in UTF-8 without allocating.</summary>
internal sealed class TextSet
{
    private const int LongestExact = 63;

    private readonly byte[]?[] _slots;
    private readonly ulong _lengths;

    public TextSet(IEnumerable<string> texts)
    {
        byte[][] encoded = [.. texts.Select(Encoding.UTF8.GetBytes)];
        _slots = new byte[]?[int.Max(2, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)encoded.Length * 2))];
        foreach (var text in encoded)
        {
            _lengths |= 1UL << int.Min(text.Length, LongestExact);
            var slot = SlotOf(text);
            while (_slots[slot] is not null)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = text;
        }
    }

    /// <summary>Whether a text of this length may be in the set.</summary>
    public bool MayHaveLength(int length) => ((_lengths >> int.Min(length, LongestExact)) & 1) != 0;

    public bool Contains(ReadOnlySpan<byte> text)
    {
        if (!MayHaveLength(text.Length))
        {
            return false;
        }

        for (var slot = SlotOf(text); _slots[slot] is { } candidate; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (text.SequenceEqual(candidate))
            {
                return true;
            }
        }

        return false;
    }

    private int SlotOf(ReadOnlySpan<byte> text) => (int)XxHash3.HashToUInt64(text) & (_slots.Length - 1);
}
