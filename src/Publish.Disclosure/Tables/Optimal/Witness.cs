namespace Publish.Disclosure.Tables.Optimal;

/// <summary>A change of the cells by which an attacker reaches its amount, everything else staying as it is.</summary>
/// <param name="Cells">The cells that change, in ascending order.</param>
/// <param name="Changes">By how much, in units of the measure.</param>
internal sealed record Witness(int[] Cells, double[] Changes)
{
    /// <summary>A change below this part of the amount is rounding.</summary>
    private const double Negligible = 1e-7;

    /// <summary>The witness that a solution gives.</summary>
    /// <param name="attacker">The attacker.</param>
    /// <param name="changes">The change of each cell, in units of the attacker's amount.</param>
    public static Witness Of(Attacker attacker, double[] changes)
    {
        int[] cells = [.. Enumerable.Range(0, changes.Length).Where(cell => Math.Abs(changes[cell]) > Negligible)];
        return new Witness(cells, Array.ConvertAll(cells, cell => changes[cell] * Math.Abs((double)attacker.Amount)));
    }

    /// <summary>Whether it changes a cell.</summary>
    /// <param name="cell">The cell.</param>
    public bool Uses(int cell) => Array.BinarySearch(Cells, cell) >= 0;

    /// <summary>
    /// Whether it serves another attacker of the same measure too: what changes a cell by more than is asked can be made
    /// smaller as a whole.
    /// </summary>
    /// <param name="attacker">The attacker.</param>
    public bool Serves(Attacker attacker)
    {
        var entry = Array.BinarySearch(Cells, attacker.Cell);
        return entry >= 0 && (attacker.Demand == Attacker.Exact || Changes[entry] * attacker.Sign >= Math.Abs((double)attacker.Amount));
    }
}
