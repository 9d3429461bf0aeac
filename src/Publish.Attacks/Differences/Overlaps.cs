using Publish.Attacks.Editions;

namespace Publish.Attacks.Differences;

/// <summary>The overlaps of the cells of several tables: the joint classes, those in the same cells of all tables taken as one.</summary>
internal sealed class Overlaps
{
    private readonly EditionCells _edition;
    private readonly int[][] _cellOf;

    private Overlaps(EditionCells edition, int[][] cellOf) => (_edition, _cellOf) = (edition, cellOf);

    /// <summary>Number of overlaps.</summary>
    public int Count => _cellOf.Length == 0 ? 0 : _cellOf[0].Length;

    /// <summary>Finds the overlaps.</summary>
    /// <param name="edition">The cells.</param>
    /// <param name="cells">The classes' cells.</param>
    /// <param name="classCount">Number of classes.</param>
    public static Overlaps Of(EditionCells edition, ClassCells cells, int classCount)
    {
        var finest = Enumerable.Range(0, edition.PublishedSets).Where(set => edition.Covers[set].Count == 0).Select(cells.In).ToArray();
        var known = new HashSet<CellTuple>();
        var representatives = Enumerable.Range(0, classCount)
            .Where(row => known.Add(new CellTuple(Array.ConvertAll(finest, column => column[row]))))
            .ToArray();
        return new Overlaps(
            edition,
            [.. Enumerable.Range(0, edition.PublishedSets).Select(set =>
            {
                var column = cells.In(set);
                return Array.ConvertAll(representatives, row => column[row]);
            })]);
    }

    /// <summary>Every overlap that follows from published cells one at a time, in the order it is found.</summary>
    /// <param name="values">The published counts.</param>
    public List<KnownOverlap> Peel(CellValues values)
    {
        var members = Members(values);
        var left = Array.ConvertAll(members, own => own?.Count ?? 0);
        var found = new KnownOverlap?[Count];
        var inOrder = new List<KnownOverlap>();
        var open = new Queue<int>(Enumerable.Range(0, _edition.Count).Where(cell => left[cell] == 1));
        while (open.TryDequeue(out var cell))
        {
            if (left[cell] != 1)
            {
                continue;
            }

            var last = members[cell]!.Find(overlap => found[overlap] is null);
            KnownOverlap[] parts = [.. members[cell]!.Select(overlap => found[overlap]).OfType<KnownOverlap>()];
            var value = parts.Aggregate(values[cell]!.Value, (sum, part) => checked(sum - part.Value));
            inOrder.Add(found[last] = new KnownOverlap(inOrder.Count, cell, value, parts));
            foreach (var other in _cellOf.Select(column => column[last]).Where(other => other >= 0 && members[other] is not null))
            {
                if (--left[other] == 1)
                {
                    open.Enqueue(other);
                }
            }
        }

        return inOrder;
    }

    // The overlaps of each published cell.
    private List<int>?[] Members(CellValues values)
    {
        var members = new List<int>?[_edition.Count];
        foreach (var column in _cellOf)
        {
            for (var overlap = 0; overlap < column.Length; overlap++)
            {
                if (column[overlap] is >= 0 and var cell && values[cell] is not null)
                {
                    (members[cell] ??= []).Add(overlap);
                }
            }
        }

        return members;
    }

    private readonly record struct CellTuple(int[] Cells)
    {
        public bool Equals(CellTuple other) => Cells.AsSpan().SequenceEqual(other.Cells);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Cells.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
