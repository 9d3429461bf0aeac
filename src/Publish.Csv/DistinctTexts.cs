using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Publish.Csv.Cells;

namespace Publish.Csv;

/// <summary>
/// Numbers distinct UTF-8 texts from 0 in the order they are met (dictionary encoding): a hash table with open addressing
/// over growing arrays, so that a look-up allocates nothing. For one thread.
/// </summary>
public sealed class DistinctTexts
{
    // Up to this length the first and the last eight bytes, which then overlap, are the whole text.
    private const int LongestWords = 2 * sizeof(ulong);

    private byte[] _bytes = new byte[1024];
    private Entry[] _entries = new Entry[16];
    private int[] _slots = NewSlots(64);

    /// <summary>The number of distinct texts.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of all distinct texts together.</summary>
    public int ByteCount { get; private set; }

    /// <summary>The number of a text; a new text gets the next number.</summary>
    /// <param name="text">UTF-8 text.</param>
    /// <returns>The number, equal to the former <see cref="Count"/> when the text is new.</returns>
    public int NumberOf(ReadOnlySpan<byte> text)
    {
        if (text.Length >= sizeof(ulong))
        {
            return NumberOf(
                MemoryMarshal.Read<ulong>(text), MemoryMarshal.Read<ulong>(text[^sizeof(ulong)..]), text);
        }

        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        text.CopyTo(padded);
        var word = MemoryMarshal.Read<ulong>(padded);
        return NumberOf(word, word, text);
    }

    /// <summary>The UTF-8 text of a number.</summary>
    /// <param name="number">From 0 to <see cref="Count"/> − 1.</param>
    /// <returns>Valid until the next text is numbered.</returns>
    public ReadOnlySpan<byte> Utf8Of(int number) => _bytes.AsSpan(_entries[number].Start, _entries[number].Length);

    /// <summary>The text of a number.</summary>
    /// <param name="number">From 0 to <see cref="Count"/> − 1.</param>
    /// <returns>The text.</returns>
    public string TextOf(int number) => Encoding.UTF8.GetString(Utf8Of(number));

    /// <summary>The number of a text that lies in a buffer with <see cref="CellGrid.Padding"/> after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int NumberOf(ReadOnlySpan<byte> buffer, int start, int length)
    {
        var first = Digits.Load(buffer, start) & (ulong.MaxValue >> (8 * int.Max(0, sizeof(ulong) - length) & 63));
        first = length == 0 ? 0 : first;
        var last = length > sizeof(ulong) ? Digits.Load(buffer, start + length - sizeof(ulong)) : first;
        return NumberOf(first, last, buffer.Slice(start, length));
    }

    private int NumberOf(ulong first, ulong last, ReadOnlySpan<byte> text)
    {
        var hash = Hash(first, last, text);
        var slots = _slots;
        var mask = slots.Length - 1;
        for (var slot = (int)(hash >> 32) & mask; ; slot = (slot + 1) & mask)
        {
            var number = slots[slot];
            if (number < 0)
            {
                return Add(first, last, text, hash, slot);
            }

            ref readonly var entry = ref _entries[number];
            if (entry.First == first && entry.Last == last && entry.Length == text.Length
                && (text.Length <= LongestWords || Utf8Of(number).SequenceEqual(text)))
            {
                return number;
            }
        }
    }

    private int Add(ulong first, ulong last, ReadOnlySpan<byte> text, ulong hash, int slot)
    {
        var number = Count;
        var start = ByteCount;
        var end = checked(start + text.Length);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, end)));
        }

        if (number == _entries.Length)
        {
            Array.Resize(ref _entries, number * 2);
        }

        text.CopyTo(_bytes.AsSpan(start));
        _entries[number] = new Entry(first, last, start, text.Length, (uint)(hash >> 32));
        _slots[slot] = number;
        ByteCount = end;
        Count++;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return number;
    }

    private void Grow()
    {
        _slots = NewSlots(_slots.Length * 2);
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)_entries[number].Hash & mask;
            while (_slots[slot] >= 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = number;
        }
    }

    // Multiply-fold over eight bytes at a time, the last of them overlapping (the mixing step of wyhash, Wang Yi 2019,
    // public domain); only speed depends on it, equality is decided on the bytes.
    private static ulong Hash(ulong first, ulong last, ReadOnlySpan<byte> text)
    {
        const ulong Seed = 0xA0761D6478BD642F;
        const ulong Step = 0xE7037ED1A0B428DB;
        var hash = Fold(first ^ Seed ^ (ulong)text.Length, Step ^ last);
        for (var at = sizeof(ulong); at < text.Length - sizeof(ulong); at += sizeof(ulong))
        {
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(text[at..]), Step);
        }

        return hash * Seed;
    }

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

    private readonly record struct Entry(ulong First, ulong Last, int Start, int Length, uint Hash);
}
