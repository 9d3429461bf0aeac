namespace Publish.Disclosure.Tables.Optimal;

/// <summary>A part of a system that shares no row with the rest once some cells do not change.</summary>
/// <param name="System">What changes beside what in it. Its cells are numbered from 0.</param>
/// <param name="Cells">The cells in the whole system, in ascending order.</param>
internal sealed record SystemPart(AttackerSystem System, int[] Cells)
{
    /// <summary>The parts of a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="isFixed">Whether a cell does not change, so that it is in no part.</param>
    /// <returns>Those with cells, in the order of their first columns.</returns>
    public static IEnumerable<SystemPart> Of(AttackerSystem system, Func<int, bool> isFixed)
    {
        bool[] isFree = [.. Enumerable.Range(0, system.ColumnCount).Select(column => column >= system.CellCount || !isFixed(column))];
        var sets = new DisjointSets(system.ColumnCount);
        foreach (var (columns, _) in system.Rows)
        {
            var first = Array.Find(columns, column => isFree[column]);
            foreach (var column in columns.Where(column => isFree[column]))
            {
                sets.Join(first, column);
            }
        }

        var (setOf, count) = sets.Numbered();
        var columnsOf = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        var rowsOf = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        foreach (var column in Enumerable.Range(0, system.ColumnCount).Where(column => isFree[column]))
        {
            columnsOf[setOf[column]].Add(column);
        }

        foreach (var (row, (columns, _)) in system.Rows.Index())
        {
            if (Array.FindIndex(columns, column => isFree[column]) is var entry and >= 0)
            {
                rowsOf[setOf[columns[entry]]].Add(row);
            }
        }

        return columnsOf.Zip(rowsOf)
            .Where(part => part.First is [var first, ..] && first < system.CellCount)
            .Select(part => new SystemPart(
                system.Part(part.First, part.Second), [.. part.First.TakeWhile(column => column < system.CellCount)]));
    }

    /// <summary>What an array says of this part's cells.</summary>
    public T[] Take<T>(T[] all) => Array.ConvertAll(Cells, cell => all[cell]);

    /// <summary>The attackers that ask about cells of this part, by its own numbers.</summary>
    public Attacker[] AttackersOf(IEnumerable<Attacker> attackers)
    {
        var numberOf = Cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        return [.. attackers.Where(attacker => numberOf.ContainsKey(attacker.Cell))
            .Select(attacker => attacker with { Cell = numberOf[attacker.Cell] })];
    }

    /// <summary>A witness of this part by the numbers of the whole system.</summary>
    public Witness Whole(Witness witness) => witness with { Cells = Array.ConvertAll(witness.Cells, cell => Cells[cell]) };

    /// <summary>Writes what was found for this part's cells into an array of all.</summary>
    public void Put<T>(T[] own, T[] all)
    {
        for (var cell = 0; cell < own.Length; cell++)
        {
            all[Cells[cell]] = own[cell];
        }
    }
}
