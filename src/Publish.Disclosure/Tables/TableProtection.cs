using Publish.Codes;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tables;

/// <summary>
/// Protects all tables of an edition as one system: frequency thresholds, then secondary suppression over all levels,
/// dimensions and tables at once.
/// </summary>
/// <remarks>
/// <para>
/// The system is given by contributions: a joint class (one combination of the finest levels any table asks for, with
/// rows) adds to one cell of every grouping set. All relations between cells, of one table or of several, follow from
/// that, also those that come from one key determining another (a district that lies in one region, two groupings of
/// the same region): no list of equations has to be completed. Which joint classes exist is thereby taken to be known
/// to the intruder, who usually knows less.
/// </para>
/// <para>
/// Distinct respondents do not add up where a respondent is in several classes, but they are protected as if they did.
/// That is the cautious side: counts of rows and sums do add up and share the pattern; and where counts of respondents
/// do not, an equation that would solve a cell is only an inequality.
/// </para>
/// <para>
/// Counts are whole, and a listed cell has at least one respondent unless zeros are secret: more is suppressed until
/// these bounds, taken through one sum at a time, leave more than one value for every suppressed cell.
/// </para>
/// </remarks>
public static class TableProtection
{
    /// <summary>Decides what becomes of every cell of every table.</summary>
    /// <param name="classes">The classes of the edition.</param>
    /// <param name="hierarchies">The hierarchy of each key by key index; may be null for keys no table names.</param>
    /// <param name="requests">The tables.</param>
    /// <returns>The tables with the status of each cell; the same for the same input, whatever the machine.</returns>
    /// <exception cref="ArgumentException">A request names a key, level or measure that is not there.</exception>
    /// <exception cref="CodedException">The tables are too large, or zeros are protected over too many combinations.</exception>
    public static ProtectedEdition Protect(
        ClassTable classes, IReadOnlyList<KeyHierarchy?> hierarchies, IReadOnlyList<TableRequest> requests) =>
        Protect(classes, hierarchies, requests, new EliminationEffort());

    /// <summary>The same, with so much effort for elimination.</summary>
    internal static ProtectedEdition Protect(
        ClassTable classes,
        IReadOnlyList<KeyHierarchy?> hierarchies,
        IReadOnlyList<TableRequest> requests,
        EliminationEffort effort)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(hierarchies);
        ArgumentNullException.ThrowIfNull(requests);
        var shape = new EditionShape(classes, hierarchies, requests);
        var joint = new JointClasses(shape, classes);
        var areZerosProtected = EmptyCombinations.AddTo(joint, shape);
        var sets = Cells(shape, joint);
        var pattern = new EditionProblem(shape, joint, sets).Protect(effort);
        var tables = requests.Select((request, index) => new TableAssembly(shape, joint, sets, pattern, index).Build());
        return new ProtectedEdition([.. tables], [.. Doubts(pattern, areZerosProtected)])
        {
            Proof = new EditionProof(shape.Keys, shape.FinestLevels, joint.Codes, pattern.Moves),
            Cost = pattern.Cost,
        };
    }

    private static IEnumerable<Finding> Doubts(SuppressionPattern pattern, bool areZerosProtected)
    {
        if (!areZerosProtected)
        {
            yield return new Finding(TableCodes.ZerosShownElsewhere, "");
        }

        if (pattern.Unprotected.Count > 0)
        {
            yield return new Finding(TableCodes.NotProtectable, "");
        }
    }

    private static GroupingSetCells[] Cells(EditionShape shape, JointClasses joint)
    {
        var sets = new GroupingSetCells[shape.GroupingSets.Length];
        Parallel.For(0, sets.Length, set => sets[set] = GroupingSetCells.Of(joint, shape.GroupingSets[set]));
        var firstCell = 0;
        for (var set = 0; set < sets.Length; set++)
        {
            sets[set] = sets[set] with { FirstCell = firstCell };
            firstCell += sets[set].Count;
        }

        for (var request = 0; request < shape.Requests.Count; request++)
        {
            foreach (var (index, levels) in shape.SetsOf[request].Index())
            {
                PrimaryCells.Mark(sets[shape.IndexOf(levels)], joint, shape.Requests[request]);
                sets[shape.IndexOf(levels)].AddCosts(joint, shape.Requests[request].Cost, shape.Requests[request].LevelCost(index));
            }
        }

        foreach (var request in shape.Requests)
        {
            new HiddenBefore(shape, sets).Mark(request);
        }

        return sets;
    }
}
