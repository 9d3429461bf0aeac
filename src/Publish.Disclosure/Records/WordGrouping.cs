using System.Numerics;

namespace Publish.Disclosure.Records;

/// <summary>Numbers equal runs of words: items with the same words get the same group, in the order groups are first met.</summary>
internal static class WordGrouping
{
    /// <summary>Groups items and keeps one copy of each group's words.</summary>
    /// <param name="words">The items' words one after the other; on return the groups' words lead.</param>
    /// <param name="wordCount">Words of one item.</param>
    /// <param name="groupOf">Receives the group of each item; its length is the number of items.</param>
    /// <returns>The number of groups.</returns>
    public static int Group(Span<ulong> words, int wordCount, Span<int> groupOf)
    {
        // Half full at most, so a probe is short; the groups' words are compacted in place as no group comes
        // before its first item.
        var slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, 2 * groupOf.Length))];
        var mask = slots.Length - 1;
        var shift = 64 - BitOperations.Log2((uint)slots.Length);
        var groups = 0;
        for (var item = 0; item < groupOf.Length; item++)
        {
            ReadOnlySpan<ulong> own = words.Slice(item * wordCount, wordCount);
            var slot = (int)(Hash(own) >> shift);
            while (slots[slot] != 0 && !Equal(words, (slots[slot] - 1) * wordCount, own))
            {
                slot = (slot + 1) & mask;
            }

            if (slots[slot] == 0)
            {
                own.CopyTo(words[(groups * wordCount)..]);
                slots[slot] = ++groups;
            }

            groupOf[item] = slots[slot] - 1;
        }

        return groups;
    }

    private static bool Equal(ReadOnlySpan<ulong> words, int start, ReadOnlySpan<ulong> own)
    {
        for (var i = 0; i < own.Length; i++)
        {
            if (words[start + i] != own[i])
            {
                return false;
            }
        }

        return true;
    }

    // Multiplicative hashing: the highest bits of the product depend on all bits of the words, the lowest do not.
    private static ulong Hash(ReadOnlySpan<ulong> words)
    {
        var hash = 0UL;
        foreach (var word in words)
        {
            hash = (hash ^ (hash >> 32) ^ word) * 0x9E3779B97F4A7C15UL;
        }

        return hash;
    }
}
