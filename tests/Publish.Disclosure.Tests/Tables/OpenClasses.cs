using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// What an oracle has to look at: the combinations of codes that published cells do not give one by one (a published cell all of
/// whose combinations but one are known gives the last), and every cell as a sum over these.
/// </summary>
internal sealed class OpenClasses
{
    private readonly Dictionary<(int Table, int Cell), int[]> _of = [];

    public OpenClasses(TableCase @case, ProtectedEdition edition)
    {
        var combinations = @case.Combinations();
        for (var t = 0; t < edition.Tables.Count; t++)
        {
            for (var cell = 0; cell < edition.Tables[t].CellCount; cell++)
            {
                _of.Add((t, cell), [.. Enumerable.Range(0, combinations.Length).Where(j => @case.IsIn(combinations[j], edition.Tables[t], cell))]);
            }
        }

        var isKnown = new bool[combinations.Length];
        var published = _of.Where(cell => edition.Tables[cell.Key.Table].Status[cell.Key.Cell] == CellStatus.Published).Select(cell => cell.Value).ToArray();
        for (var isMoving = true; isMoving;)
        {
            isMoving = false;
            foreach (var cell in published)
            {
                if (cell.Where(j => !isKnown[j]).Take(2).ToArray() is [var last])
                {
                    isKnown[last] = isMoving = true;
                }
            }
        }

        Values = [.. combinations.Select(codes => Total(@case, codes))];
        foreach (var (cell, classes) in _of)
        {
            _of[cell] = [.. classes.Where(j => !isKnown[j])];
        }

        Published = [.. published.Select(cell => cell.Where(j => !isKnown[j]).ToArray()).Where(cell => cell.Length > 0)
            .DistinctBy(cell => string.Join(' ', cell)).OrderBy(cell => cell.Length)];
    }

    /// <summary>The respondents and the absolute sum of each combination.</summary>
    public IReadOnlyList<(int Respondents, int Sum)> Values { get; }

    /// <summary>The published cells, those alike once, short ones first.</summary>
    public IReadOnlyList<int[]> Published { get; }

    /// <summary>All cells.</summary>
    public IEnumerable<(int Table, int Cell)> Cells => _of.Keys;

    /// <summary>A cell as a sum.</summary>
    public int[] Of((int Table, int Cell) cell) => _of[cell];

    private static (int, int) Total(TableCase @case, int[] codes)
    {
        var rows = Enumerable.Range(0, @case.RowCodes.Length).Where(row => @case.RowCodes[row].SequenceEqual(codes)).ToArray();
        return (rows.Length, rows.Sum(row => Math.Abs(@case.RowValues[row])));
    }
}
