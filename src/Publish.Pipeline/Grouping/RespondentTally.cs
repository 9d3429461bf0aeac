using Publish.Disclosure;

namespace Publish.Pipeline.Grouping;

/// <summary>Counts respondents into classes, each once a class, however many rows name it.</summary>
/// <param name="classes">The number of classes.</param>
internal sealed class RespondentTally(int classes)
{
    private readonly long[] _byClass = new long[classes];
    private readonly OverlapBuilder _overlaps = new();

    /// <summary>Counts a respondent.</summary>
    /// <param name="own">The class of each of its rows. Emptied.</param>
    public void Count(List<int> own)
    {
        own.Sort();
        for (var i = 0; i < own.Count; i++)
        {
            if (i == 0 || own[i] != own[i - 1])
            {
                _byClass[own[i]]++;
            }
        }

        // Last, since the builder uses the list up.
        _overlaps.Add(own, 1);
        own.Clear();
    }

    /// <summary>The counts so far.</summary>
    public RespondentCount Build() => new(_byClass, _overlaps.Build());
}
