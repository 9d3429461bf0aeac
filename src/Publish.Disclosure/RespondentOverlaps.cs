namespace Publish.Disclosure;

/// <summary>
/// The respondents that are in two or more classes, grouped by the exact set of classes they are in. Respondents in a
/// single class are not listed: they never repeat.
/// </summary>
public sealed class RespondentOverlaps
{
    /// <summary>Creates the list over arrays it does not copy.</summary>
    /// <param name="starts">Where each group's classes start in <paramref name="classes"/>; one more entry than groups.</param>
    /// <param name="classes">The classes of every group, one group after the other, each without repeats.</param>
    /// <param name="respondents">How many respondents each group stands for, at least 1.</param>
    /// <exception cref="ArgumentException">The arrays do not fit together.</exception>
    public RespondentOverlaps(int[] starts, int[] classes, long[] respondents)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(respondents);
        if (starts.Length != respondents.Length + 1 || starts[0] != 0 || starts[^1] != classes.Length)
        {
            throw new ArgumentException("The starts of the groups must lead from 0 to the end of the classes.", nameof(starts));
        }

        Starts = starts;
        Classes = classes;
        Respondents = respondents;
    }

    /// <summary>No respondent is in more than one class: each row is a respondent, or each has one row.</summary>
    public static RespondentOverlaps None { get; } = new([0], [], []);

    /// <summary>Where each group's classes start in <see cref="Classes"/>.</summary>
    public int[] Starts { get; }

    /// <summary>The classes of every group, one group after the other.</summary>
    public int[] Classes { get; }

    /// <summary>How many respondents each group stands for.</summary>
    public long[] Respondents { get; }

    /// <summary>
    /// Corrects counts that were added up from classes: a respondent met in m classes of one cell is counted once, so
    /// m − 1 is taken away.
    /// </summary>
    /// <param name="cellOfClass">The cell each class belongs to, or −1 for none.</param>
    /// <param name="counts">Sums of the classes' respondents by cell; corrected in place.</param>
    public void TakeAwayRepeats(ReadOnlySpan<int> cellOfClass, Span<long> counts)
    {
        // lastGroup[cell] remembers the last group that met the cell, so no set is built for a group.
        var lastGroup = new int[counts.Length];
        Array.Fill(lastGroup, -1);
        for (var group = 0; group < Respondents.Length; group++)
        {
            for (var i = Starts[group]; i < Starts[group + 1]; i++)
            {
                var cell = cellOfClass[Classes[i]];
                if (cell < 0)
                {
                    continue;
                }

                if (lastGroup[cell] == group)
                {
                    counts[cell] -= Respondents[group];
                }

                lastGroup[cell] = group;
            }
        }
    }

    /// <summary>
    /// The overlaps of coarser cells that classes are joined into. Respondents whose classes fall into one cell are no
    /// longer listed; groups that come to be in the same cells become one.
    /// </summary>
    /// <param name="cellOfClass">The cell each class belongs to, or −1 for none.</param>
    /// <returns>Groups whose classes are the cells, in ascending order within a group.</returns>
    public RespondentOverlaps Coarsen(ReadOnlySpan<int> cellOfClass)
    {
        if (Respondents.Length == 0)
        {
            return None;
        }

        var builder = new OverlapBuilder();
        var cells = new List<int>();
        for (var group = 0; group < Respondents.Length; group++)
        {
            cells.Clear();
            for (var i = Starts[group]; i < Starts[group + 1]; i++)
            {
                if (cellOfClass[Classes[i]] >= 0)
                {
                    cells.Add(cellOfClass[Classes[i]]);
                }
            }

            builder.Add(cells, Respondents[group]);
        }

        return builder.Build();
    }
}
