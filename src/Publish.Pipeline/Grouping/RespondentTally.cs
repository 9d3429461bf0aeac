using Publish.Disclosure;
using Publish.Disclosure.Perturbation;

namespace Publish.Pipeline.Grouping;

/// <summary>Counts respondents into classes, each once a class, however many rows name it.</summary>
/// <param name="classes">The number of classes.</param>
/// <param name="key">What record keys are made with, or <see langword="null"/> where none are summed.</param>
internal sealed class RespondentTally(int classes, SecretKey? key)
{
    private readonly long[] _byClass = new long[classes];
    private readonly ulong[] _keys = new ulong[key is null ? 0 : classes];
    private readonly OverlapBuilder _overlaps = new();

    /// <summary>Counts a respondent.</summary>
    /// <param name="respondent">Who.</param>
    /// <param name="own">The class of each of its rows; none for nobody. Emptied.</param>
    public void Count(Int128 respondent, List<int> own)
    {
        var recordKey = key is null || own.Count == 0 ? 0 : key.RecordKey(respondent);
        own.Sort();
        for (var i = 0; i < own.Count; i++)
        {
            if (i == 0 || own[i] != own[i - 1])
            {
                _byClass[own[i]]++;
                if (key is not null)
                {
                    _keys[own[i]] = unchecked(_keys[own[i]] + recordKey);
                }
            }
        }

        // Last, since the builder uses the list up.
        _overlaps.Add(own, 1, recordKey);
        own.Clear();
    }

    /// <summary>The counts so far.</summary>
    public RespondentCount Build() => new(_byClass, _overlaps.Build())
    {
        RecordKeys = key is null ? null : new RecordKeySums(_keys, _overlaps.RecordKeys()),
    };
}
