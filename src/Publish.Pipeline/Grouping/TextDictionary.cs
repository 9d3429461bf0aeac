using System.Runtime.InteropServices;
using System.Text;

namespace Publish.Pipeline.Grouping;

/// <summary>
/// Numbers distinct UTF-8 texts from 0 in the order they are met: a hash table with open addressing over one growing
/// array of bytes, so that a look-up allocates nothing. For one thread.
/// </summary>
internal sealed class TextDictionary
{
    private byte[] _bytes = new byte[4096];
    private int[] _ends = new int[64];
    private ulong[] _hashes = new ulong[64];
    private int[] _slots = NewSlots(256);

    /// <summary>The number of distinct texts.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a text; a new text gets the next number.</summary>
    /// <param name="text">UTF-8 text.</param>
    /// <returns>The number, equal to the former <see cref="Count"/> when the text is new.</returns>
    public int NumberOf(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var mask = _slots.Length - 1;
        for (var slot = (int)(hash >> 32) & mask; ; slot = (slot + 1) & mask)
        {
            var number = _slots[slot];
            if (number < 0)
            {
                return Add(text, hash, slot);
            }

            if (_hashes[number] == hash && BytesOf(number).SequenceEqual(text))
            {
                return number;
            }
        }
    }

    /// <summary>The text of a number.</summary>
    /// <param name="number">From 0 to <see cref="Count"/> − 1.</param>
    /// <returns>The text.</returns>
    public string TextOf(int number) => Encoding.UTF8.GetString(BytesOf(number));

    private ReadOnlySpan<byte> BytesOf(int number)
    {
        var start = number == 0 ? 0 : _ends[number - 1];
        return _bytes.AsSpan(start, _ends[number] - start);
    }

    private int Add(ReadOnlySpan<byte> text, ulong hash, int slot)
    {
        var number = Count;
        var start = number == 0 ? 0 : _ends[number - 1];
        var end = checked(start + text.Length);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, end)));
        }

        if (number == _ends.Length)
        {
            Array.Resize(ref _ends, number * 2);
            Array.Resize(ref _hashes, number * 2);
        }

        text.CopyTo(_bytes.AsSpan(start));
        _ends[number] = end;
        _hashes[number] = hash;
        _slots[slot] = number;
        Count++;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return number;
    }

    private void Grow()
    {
        _slots = NewSlots(_slots.Length * 4);
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)(_hashes[number] >> 32) & mask;
            while (_slots[slot] >= 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = number;
        }
    }

    // Multiply-fold over eight bytes at a time, the last of them overlapping (the mixing step and the short reads of
    // wyhash, Wang Yi 2019, public domain); only speed depends on it, equality is decided on the bytes.
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        const ulong Seed = 0xA0761D6478BD642F;
        const ulong Step = 0xE7037ED1A0B428DB;
        var hash = Seed ^ (ulong)text.Length;
        if (text.Length > sizeof(ulong))
        {
            for (var at = 0; at < text.Length - sizeof(ulong); at += sizeof(ulong))
            {
                hash = Fold(hash ^ MemoryMarshal.Read<ulong>(text[at..]), Step);
            }

            return Fold(hash ^ MemoryMarshal.Read<ulong>(text[^sizeof(ulong)..]), Step ^ Seed);
        }

        return Fold(hash ^ Short(text), Step ^ Seed);
    }

    private static ulong Short(ReadOnlySpan<byte> text) => text.Length switch
    {
        >= sizeof(uint) => ((ulong)MemoryMarshal.Read<uint>(text) << 32) | MemoryMarshal.Read<uint>(text[^sizeof(uint)..]),
        0 => 0,
        _ => ((ulong)text[0] << 16) | ((ulong)text[text.Length / 2] << 8) | text[^1],
    };

    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }

    private static int[] NewSlots(int length)
    {
        var slots = new int[length];
        Array.Fill(slots, -1);
        return slots;
    }
}
