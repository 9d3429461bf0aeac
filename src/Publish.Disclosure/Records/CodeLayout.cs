using System.Numerics;

namespace Publish.Disclosure.Records;

/// <summary>
/// How the codes of several keys are packed into 64-bit words: each key has a field of its own within one word, the
/// first key in the highest bits, so that comparing words compares codes in key order.
/// </summary>
internal sealed class CodeLayout
{
    private readonly int[] _word;
    private readonly int[] _shift;
    private readonly ulong[] _mask;

    /// <summary>Creates a layout.</summary>
    /// <param name="categoryCounts">The number of categories of each key; codes are below it.</param>
    public CodeLayout(IReadOnlyList<int> categoryCounts)
    {
        _word = new int[categoryCounts.Count];
        _shift = new int[categoryCounts.Count];
        _mask = new ulong[categoryCounts.Count];
        var free = 64;
        for (var key = 0; key < categoryCounts.Count; key++)
        {
            var bits = Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, categoryCounts[key] - 1)));
            if (bits > free)
            {
                WordCount++;
                free = 64;
            }

            free -= bits;
            _word[key] = WordCount;
            _shift[key] = free;
            _mask[key] = (1UL << bits) - 1;
        }

        WordCount++;
    }

    /// <summary>Words needed for one class.</summary>
    public int WordCount { get; }

    /// <summary>Writes a key's codes into zeroed fields.</summary>
    public void Write(ulong[] words, int key, ReadOnlySpan<int> codes)
    {
        for (int i = 0, at = _word[key]; i < codes.Length; i++, at += WordCount)
        {
            words[at] |= (ulong)codes[i] << _shift[key];
        }
    }

    /// <summary>Replaces a key's codes by those of a coarser level.</summary>
    public void Recode(Span<ulong> words, int key, ReadOnlySpan<int> parents)
    {
        var shift = _shift[key];
        var mask = _mask[key];
        for (var at = _word[key]; at < words.Length; at += WordCount)
        {
            var word = words[at];
            words[at] = (word & ~(mask << shift)) | ((ulong)parents[(int)((word >> shift) & mask)] << shift);
        }
    }

    /// <summary>Reads a key's code of one class.</summary>
    public int Read(ReadOnlySpan<ulong> words, int index, int key) =>
        (int)((words[(index * WordCount) + _word[key]] >> _shift[key]) & _mask[key]);
}
