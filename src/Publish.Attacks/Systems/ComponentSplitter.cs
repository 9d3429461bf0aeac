namespace Publish.Attacks.Systems;

/// <summary>Splits a system's unknown cells into components: cells that share no chain of equations never meet.</summary>
internal static class ComponentSplitter
{
    /// <summary>The components by their lowest cell, and the component of each cell (−1 for known or unmentioned cells).</summary>
    public static (Component[] Components, int[] ComponentOf) Split(LinearSystem system)
    {
        var sets = new DisjointSets(system.Cells);
        var equationsWithUnknowns = new List<(int Equation, int Unknown)>();
        for (var equation = 0; equation < system.Equations; equation++)
        {
            var first = -1;
            foreach (var cell in system.CellsOf(equation))
            {
                if (!system.IsKnown(cell))
                {
                    first = first < 0 ? cell : first;
                    sets.Join(first, cell);
                }
            }

            if (first >= 0)
            {
                equationsWithUnknowns.Add((equation, first));
            }
        }

        return Assemble(system, sets, equationsWithUnknowns);
    }

    private static (Component[], int[]) Assemble(
        LinearSystem system, DisjointSets sets, List<(int Equation, int Unknown)> equations)
    {
        var indexOfRoot = new int[system.Cells];
        Array.Fill(indexOfRoot, -1);
        var equationsOf = new List<List<int>>();
        foreach (var (equation, unknown) in equations)
        {
            var root = sets.Root(unknown);
            if (indexOfRoot[root] < 0)
            {
                indexOfRoot[root] = equationsOf.Count;
                equationsOf.Add([]);
            }

            equationsOf[indexOfRoot[root]].Add(equation);
        }

        var cellsOf = equationsOf.ConvertAll(_ => new List<int>());
        var componentOf = new int[system.Cells];
        var local = new int[system.Cells];
        for (var cell = 0; cell < system.Cells; cell++)
        {
            var index = componentOf[cell] = system.IsKnown(cell) ? -1 : indexOfRoot[sets.Root(cell)];
            if (index >= 0)
            {
                local[cell] = cellsOf[index].Count;
                cellsOf[index].Add(cell);
            }
        }

        var components = new Component[equationsOf.Count];
        for (var index = 0; index < components.Length; index++)
        {
            components[index] = Component(system, [.. cellsOf[index]], [.. equationsOf[index]], local);
        }

        return (components, componentOf);
    }

    private static Component Component(LinearSystem system, int[] cells, int[] equations, int[] local)
    {
        var rowColumns = new int[equations.Length][];
        var rowValues = new long[equations.Length][];
        for (var row = 0; row < equations.Length; row++)
        {
            (rowColumns[row], rowValues[row]) = Row(system, equations[row], local);
        }

        return new Component(cells, equations, new SparseMatrix(cells.Length, rowColumns, rowValues));
    }

    private static (int[] Columns, long[] Values) Row(LinearSystem system, int equation, int[] local)
    {
        var entries = new SortedDictionary<int, long>();
        var cells = system.CellsOf(equation);
        for (var i = 0; i < cells.Length; i++)
        {
            if (!system.IsKnown(cells[i]))
            {
                entries.TryGetValue(local[cells[i]], out var sum);
                entries[local[cells[i]]] = checked(sum + system.CoefficientsOf(equation)[i]);
            }
        }

        var left = entries.Where(entry => entry.Value != 0).ToList();
        return ([.. left.Select(entry => entry.Key)], [.. left.Select(entry => entry.Value)]);
    }
}
