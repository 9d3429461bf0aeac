namespace Publish.Policies.Reading;

/// <summary>Finds what a person probably meant.</summary>
public static class Suggestion
{
    private const int LongestText = 64;
    private const int MostCandidates = 1000;
    private const int MostListed = 12;

    /// <summary>A sentence that names the nearest candidate, or all where none is near and they are few.</summary>
    /// <param name="text">What a person wrote.</param>
    /// <param name="candidates">What they may have meant; the first thousand are looked at.</param>
    public static string? For(string text, IEnumerable<string> candidates)
    {
        var known = candidates.Take(MostCandidates).ToArray();
        return Nearest(text, known) is { } nearest ? $"Did you mean {Quotation.Of(nearest)}?"
            : known.Length is > 0 and <= MostListed ? $"Known here: {Quotation.List(known)}."
            : null;
    }

    /// <summary>The nearest candidate, capitals aside; the first of several; none that differs in more than a third.</summary>
    /// <param name="text">What a person wrote; nothing is near to an empty text or one above 64 UTF-16 code units.</param>
    /// <param name="candidates">What they may have meant.</param>
    public static string? Nearest(string text, IReadOnlyList<string> candidates)
    {
        if (text.Length is 0 or > LongestText)
        {
            return null;
        }

        string? nearest = null;
        var least = int.Max(1, text.Length / 3) + 1;
        foreach (var candidate in candidates.Where(candidate => int.Abs(candidate.Length - text.Length) < least))
        {
            var distance = Distance(text.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < least)
            {
                (least, nearest) = (distance, candidate);
            }
        }

        return nearest;
    }

    /// <summary>
    /// The least number of insertions, deletions, substitutions and transpositions of neighbours that turn one text into
    /// the other, no part edited twice (F. J. Damerau 1964, V. I. Levenshtein 1966; optimal string alignment).
    /// </summary>
    /// <param name="from">The one text; time and memory grow with the product of the lengths.</param>
    /// <param name="to">The other.</param>
    /// <returns>0 where they are the same.</returns>
    public static int Distance(string from, string to)
    {
        int[] beforeLast = [];
        int[] last = [.. Enumerable.Range(0, to.Length + 1)];
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = int.Min(change, 1 + int.Min(last[j], current[j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    current[j] = int.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, current);
        }

        return last[to.Length];
    }
}
