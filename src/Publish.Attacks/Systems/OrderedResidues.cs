namespace Publish.Attacks.Systems;

/// <summary>Residues by position, taken in ascending order; residues of one position add up.</summary>
internal sealed class OrderedResidues(MersenneField field)
{
    private readonly PriorityQueue<int, int> _order = new();
    private readonly Dictionary<int, ulong> _residues = [];

    public void Add(int position, ulong residue)
    {
        if (_residues.TryGetValue(position, out var present))
        {
            _residues[position] = field.Add(present, residue);
        }
        else
        {
            _residues.Add(position, residue);
            _order.Enqueue(position, position);
        }
    }

    /// <summary>Takes the lowest position whose residue is not 0.</summary>
    public bool TryTake(out int position, out ulong residue)
    {
        while (_order.TryDequeue(out position, out _))
        {
            if (_residues.Remove(position, out residue) && residue != 0)
            {
                return true;
            }
        }

        residue = 0;
        return false;
    }
}
