using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;
using Publish.Attacks.Solving;

namespace Publish.Attacks.Proofs;

/// <summary>How far good moves take the cells of a family's tables from their true values, for each measure.</summary>
internal sealed class CellReach
{
    private readonly Dictionary<string, (Int128[] Down, Int128[] Up)> _reach = new(StringComparer.Ordinal);
    private readonly bool[] _isFree;

    private CellReach(int cells) => _isFree = new bool[cells];

    /// <summary>Moves that are no proof of anything.</summary>
    public int Rejected { get; private set; }

    /// <summary>Whether two tables that agree on everything published differ in a cell.</summary>
    public bool IsFree(int cell) => _isFree[cell];

    /// <summary>
    /// How far below and above its true value a cell lies in tables that agree with everything published and that keep
    /// every class and cell at what everyone knows it to be at least; in units of the measure's scale.
    /// </summary>
    public (Int128 Down, Int128 Up) Of(string measure, int cell) =>
        _reach.TryGetValue(measure, out var reach) ? (reach.Down[cell], reach.Up[cell]) : (0, 0);

    /// <summary>Checks the moves and works out how far each can be made.</summary>
    public static CellReach Verify(EditionCells edition, MeasureFamily family, CountedClasses classes, ClassMoves moves, int threads)
    {
        var reach = new CellReach(edition.Count);
        var rooms = family.Measures
            .Select(name => ClassRoom.Of(edition, name, classes))
            .OfType<ClassRoom>()
            .ToList();
        var trace = MoveTrace.Of(edition, new ClassCells(edition, classes), classes.Rows, moves, threads, cellOf =>
        {
            foreach (var room in rooms)
            {
                room.AddUp(cellOf);
            }
        });
        for (var move = 0; move < moves.Count; move++)
        {
            reach.Note(trace.Changes(move));
        }

        foreach (var room in rooms)
        {
            reach._reach.Add(room.Measure, Credit(edition.Count, room, trace, moves));
        }

        return reach;
    }

    private void Note(IReadOnlyList<(int Cell, long Change)>? changes)
    {
        Rejected += changes is null ? 1 : 0;
        foreach (var (cell, _) in changes ?? [])
        {
            _isFree[cell] = true;
        }
    }

    private static (Int128[] Down, Int128[] Up) Credit(int cells, ClassRoom room, MoveTrace trace, ClassMoves moves)
    {
        var (down, up) = (new Int128[cells], new Int128[cells]);
        var steps = new MoveSteps(moves.Count);
        for (var move = 0; move < moves.Count; move++)
        {
            if (trace.Changes(move) is not { } changes)
            {
                continue;
            }

            for (var i = moves.Starts[move]; i < moves.Starts[move + 1] && room.IsNonNegative; i++)
            {
                steps.Limit(move, moves.Changes[i], room.OfClass(moves.Classes[i]));
            }

            foreach (var (cell, change) in changes)
            {
                if (room.OfCell(cell) is { } least)
                {
                    steps.Limit(move, change, least);
                }
            }

            foreach (var (cell, change) in changes)
            {
                var (below, above) = steps.Reach(move, change);
                (down[cell], up[cell]) = (Int128.Max(down[cell], below), Int128.Max(up[cell], above));
            }
        }

        return (down, up);
    }
}
