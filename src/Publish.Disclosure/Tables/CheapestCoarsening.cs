namespace Publish.Disclosure.Tables;

/// <summary>
/// What a table could publish instead so that none of its own cells needs hiding: without the finest levels of some
/// dimensions, the choice that keeps the most cells.
/// </summary>
public static class CheapestCoarsening
{
    /// <summary>More choices than these are not looked through.</summary>
    private const long MostChoices = 1 << 12;

    /// <summary>Looks through every choice of a finest level for each dimension.</summary>
    /// <param name="table">The table as protected.</param>
    /// <returns>
    /// The finest level to keep for each dimension, an index into what was asked for, and the cells that are left; of two
    /// choices that keep as many, the one with finer levels in the first dimensions. <see langword="null"/> where no cell
    /// is primary, where even the coarsest choice has one, or where there are too many choices.
    /// </returns>
    public static (int[] Finest, int Cells)? Of(ProtectedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var radices = table.Request.Keys.Select(key => key.Levels.Count).ToArray();
        var choices = radices.Aggregate(1L, (product, radix) => Math.Min(product * radix, MostChoices + 1));
        if (choices > MostChoices || table.Rule.All(rule => rule == PrimaryRule.None))
        {
            return null;
        }

        var (cells, hasPrimary) = Count(table, radices, (int)choices);
        (int[] Finest, int Cells)? best = null;
        for (var choice = 0; choice < choices; choice++)
        {
            var finest = LevelsOf(choice, radices);
            var kept = Enumerable.Range(0, (int)choices)
                .Where(set => LevelsOf(set, radices).Zip(finest).All(pair => pair.First >= pair.Second))
                .ToArray();
            if (!kept.Any(set => hasPrimary[set]) && kept.Sum(set => cells[set]) is var count && count > (best?.Cells ?? 0))
            {
                best = (finest, count);
            }
        }

        return best;
    }

    private static (int[] Cells, bool[] HasPrimary) Count(ProtectedTable table, int[] radices, int sets)
    {
        var (cells, hasPrimary) = (new int[sets], new bool[sets]);
        var places = table.Request.Keys
            .Select(key => key.Levels.Select((level, place) => (level, place)).ToDictionary(pair => pair.level, pair => pair.place))
            .ToArray();
        for (var cell = 0; cell < table.CellCount; cell++)
        {
            var set = 0;
            for (var d = 0; d < radices.Length; d++)
            {
                set = (set * radices[d]) + places[d][table.Levels[d][cell]];
            }

            cells[set]++;
            hasPrimary[set] |= table.Rule[cell] != PrimaryRule.None;
        }

        return (cells, hasPrimary);
    }

    private static int[] LevelsOf(int set, int[] radices)
    {
        var levels = new int[radices.Length];
        for (var d = radices.Length - 1; d >= 0; d--)
        {
            (set, levels[d]) = Math.DivRem(set, radices[d]);
        }

        return levels;
    }
}
