using Publish.Codes;

namespace Publish.Csv.Faults;

/// <summary>The faults of one code in one declared column: a count, and the first few.</summary>
internal sealed class FaultKind(Code code, int column, int listed)
{
    private readonly List<Fault> _first = [];

    public Code Code => code;

    /// <summary>The index of the declared column, or -1.</summary>
    public int Column => column;

    public long Count { get; private set; }

    public IReadOnlyList<Fault> First => _first;

    /// <summary>Adds a fault that comes after those added before.</summary>
    public void Add(Fault fault)
    {
        Count = checked(Count + 1);
        if (_first.Count < listed)
        {
            _first.Add(fault);
        }
    }

    /// <summary>Adds all of another's, keeping the first of both.</summary>
    public void Merge(FaultKind other)
    {
        Count = checked(Count + other.Count);
        _first.AddRange(other._first);
        _first.Sort();
        if (_first.Count > listed)
        {
            _first.RemoveRange(listed, _first.Count - listed);
        }
    }
}
