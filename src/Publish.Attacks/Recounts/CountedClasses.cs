namespace Publish.Attacks.Recounts;

/// <summary>
/// An independent count of the upload by joint class: one row for each non-empty combination of the finest levels, or,
/// where respondents recur, for each (class, respondent).
/// </summary>
public sealed class CountedClasses
{
    /// <summary>Creates the count.</summary>
    /// <param name="levels">Every level any table publishes.</param>
    /// <param name="measures">The published measures other than distinct counts of recurring respondents.</param>
    /// <param name="respondents">
    /// Where respondents recur: the respondent of each row (equal numbers are one respondent, −1 is none), and
    /// <paramref name="distinctCount"/> names the measure that counts them. <see langword="null"/> otherwise.
    /// </param>
    /// <param name="distinctCount">The published measure that counts distinct respondents.</param>
    /// <param name="areCells">
    /// Whether the rows are cells already, counted at every level by someone else: codes of levels summed away are −1,
    /// and nothing is added up here. By default false.
    /// </param>
    /// <exception cref="ArgumentException">Columns differ in length.</exception>
    public CountedClasses(
        IReadOnlyList<CountedLevel> levels,
        IReadOnlyList<CountedMeasure> measures,
        IReadOnlyList<int>? respondents = null,
        string? distinctCount = null,
        bool areCells = false)
    {
        AreCells = areCells;
        (Levels, Measures, Respondents, DistinctCount) = (levels, measures, respondents, distinctCount);
        Rows = levels.Count > 0 ? levels[0].Codes.Count : measures.Count > 0 ? measures[0].Sums.Count : respondents?.Count ?? 0;
        if (levels.Any(level => level.Codes.Count != Rows)
            || measures.Any(measure => measure.Sums.Count != Rows || (measure.Divisors?.Count ?? Rows) != Rows)
            || (respondents?.Count ?? Rows) != Rows
            || (respondents is null) != (distinctCount is null))
        {
            throw new ArgumentException("All columns have one value a row, and respondents have a measure that counts them.", nameof(levels));
        }
    }

    /// <summary>The levels.</summary>
    public IReadOnlyList<CountedLevel> Levels { get; }

    /// <summary>The measures that are added up.</summary>
    public IReadOnlyList<CountedMeasure> Measures { get; }

    /// <summary>The respondent of each row, or <see langword="null"/>.</summary>
    public IReadOnlyList<int>? Respondents { get; }

    /// <summary>The measure that counts distinct respondents, or <see langword="null"/>.</summary>
    public string? DistinctCount { get; }

    /// <summary>Whether rows are cells of all levels rather than joint classes.</summary>
    public bool AreCells { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>The level of a key, or <see langword="null"/>.</summary>
    /// <param name="key">The key's name.</param>
    /// <param name="level">The level's name.</param>
    public CountedLevel? Level(string key, string level) =>
        Levels.FirstOrDefault(candidate => candidate.Key == key && candidate.Level == level);
}
