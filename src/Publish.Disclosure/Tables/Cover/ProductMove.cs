namespace Publish.Disclosure.Tables.Cover;

/// <summary>
/// A move that is a product over the axes: along each it takes from one code and gives to another, or only gives. Its
/// corners are classes; it adds an amount to half of them and takes it from the others.
/// </summary>
/// <remarks>
/// The moves of a plain table with all its margins (Diaconis and Sturmfels 1998), generalised to hierarchies: what two
/// codes have in common in a view cancels there. These are also the cuboids of the hypercube method (Hundepool et al.,
/// <em>Handbook on Statistical Disclosure Control</em>, 2024, section 4.4).
/// </remarks>
/// <param name="Base">The codes of the corner that gains.</param>
/// <param name="Partners">The code that loses along each axis; −1 where nothing makes up for the gain.</param>
internal sealed record ProductMove(int[] Base, int[] Partners)
{
    /// <summary>Visits each changed cell, with +1 where it gains and −1 where it loses.</summary>
    public void Visit(ClassGrid grid, Action<int, int> visit)
    {
        var sets = ChangedSets(grid);
        var codes = new int[Base.Length];
        for (var corner = 0; corner < 1 << Base.Length; corner++)
        {
            if (TryCorner(corner, codes, out var sign))
            {
                var item = grid.Find(codes);
                foreach (var set in sets)
                {
                    visit(grid.Cell(set, item), sign);
                }
            }
        }
    }

    /// <summary>Visits each changed class, with its sign.</summary>
    public void VisitClasses(ClassGrid grid, Action<int, int> visit)
    {
        var codes = new int[Base.Length];
        for (var corner = 0; corner < 1 << Base.Length; corner++)
        {
            if (TryCorner(corner, codes, out var sign))
            {
                visit(grid.Find(codes), sign);
            }
        }
    }

    private bool TryCorner(int corner, int[] codes, out int sign)
    {
        sign = 1;
        for (var axis = 0; axis < Base.Length; axis++)
        {
            var isMoved = (corner >> axis & 1) != 0;
            if (isMoved && Partners[axis] < 0)
            {
                return false;
            }

            codes[axis] = isMoved ? Partners[axis] : Base[axis];
            sign = isMoved ? -sign : sign;
        }

        return true;
    }

    private List<int> ChangedSets(ClassGrid grid)
    {
        var sets = new List<int>();
        for (var set = 0; set < grid.SetCount; set++)
        {
            var isChanged = true;
            for (var axis = 0; axis < Base.Length && isChanged; axis++)
            {
                isChanged = Partners[axis] < 0
                    || (grid.Axes[axis].Difference(Base[axis], Partners[axis]) >> grid.Axes[axis].ViewOfSet[set] & 1) != 0;
            }

            if (isChanged)
            {
                sets.Add(set);
            }
        }

        return sets;
    }
}
