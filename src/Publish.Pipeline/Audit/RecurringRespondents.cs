using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;
using Publish.Pipeline.Validation;

namespace Publish.Pipeline.Audit;

/// <summary>
/// In which grouping sets respondents are counted in more than one cell: where the cells' counts come to more than there
/// are respondents. Elsewhere counts add up, and the difference of two is a sum of cells.
/// </summary>
internal sealed class RecurringRespondents
{
    private readonly long _everyone;
    private readonly Dictionary<int, bool[]> _rows = [];

    /// <summary>Counts everyone once.</summary>
    /// <param name="upload">The grouped upload.</param>
    public RecurringRespondents(GroupedUpload upload)
    {
        var overlaps = upload.Classes.Overlaps;
        _everyone = upload.Classes.Respondents.Sum();
        for (var group = 0; group < overlaps.Respondents.Length; group++)
        {
            _everyone -= overlaps.Respondents[group] * (overlaps.Starts[group + 1] - overlaps.Starts[group] - 1);
        }
    }

    /// <summary>Looks at the grouping sets of a table.</summary>
    /// <param name="index">The table, by index in the edition.</param>
    /// <param name="table">The table as read back.</param>
    /// <param name="counted">The audit's count of its cells.</param>
    public void Add(int index, PublishedTable table, CountedClasses counted)
    {
        var columns = counted.Levels.Select(level => level.Codes).ToArray();
        var frequencies = counted.Measures.First(measure => measure.Name == CellRecount.Frequency).Sums;
        var sums = new Dictionary<ulong, Int128>();
        for (var cell = 0; cell < counted.Rows; cell++)
        {
            var set = SetOf(columns, cell);
            sums[set] = sums.GetValueOrDefault(set) + frequencies[cell];
        }

        var shown = table.Keys.SelectMany(key => key.Levels).Select(level => level.Codes).ToArray();
        _rows[index] = [.. Enumerable.Range(0, table.Rows).Select(row => sums.GetValueOrDefault(SetOf(shown, row)) > _everyone)];
    }

    /// <summary>Whether respondents recur in the grouping set of a row.</summary>
    /// <param name="table">The table, by index in the edition.</param>
    /// <param name="row">The row, from 0.</param>
    public bool AreIn(int table, int row) => _rows[table][row];

    // Which of at most 64 level columns a cell names.
    private static ulong SetOf(IReadOnlyList<int>[] columns, int cell)
    {
        var set = 0UL;
        for (var column = 0; column < columns.Length; column++)
        {
            set |= columns[column][cell] < 0 ? 0 : 1UL << column;
        }

        return set;
    }
}
