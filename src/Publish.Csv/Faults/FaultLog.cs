using Publish.Codes;

namespace Publish.Csv.Faults;

/// <summary>
/// Counts the faults of one thread by kind and keeps the first few of each: bounded by codes × declared columns.
/// A thread meets the faults of one kind in the order of the file, so the first few of all threads are among these.
/// </summary>
internal sealed class FaultLog(int listed)
{
    private readonly Dictionary<(Code Code, int Column), FaultKind> _kinds = new(ByReference.Instance);
    private FaultKind? _last;

    /// <summary>How many faults there are of all kinds.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a fault of the declared column, or of none (-1).</summary>
    public void Add(Code code, int column, Fault fault)
    {
        Count = checked(Count + 1);
        if (_last is null || !ReferenceEquals(_last.Code, code) || _last.Column != column)
        {
            _last = KindOf(code, column);
        }

        _last.Add(fault);
    }

    /// <summary>Adds all of another log's.</summary>
    public void Merge(FaultLog other)
    {
        Count = checked(Count + other.Count);
        foreach (var kind in other._kinds.Values)
        {
            KindOf(kind.Code, kind.Column).Merge(kind);
        }
    }

    /// <summary>The kinds, in the order of each one's first fault.</summary>
    public IEnumerable<FaultKind> Kinds() => _kinds.Values
        .OrderBy(kind => kind.First[0])
        .ThenBy(kind => kind.Code.Id, StringComparer.Ordinal)
        .ThenBy(kind => kind.Column);

    private FaultKind KindOf(Code code, int column)
    {
        if (!_kinds.TryGetValue((code, column), out var kind))
        {
            _kinds.Add((code, column), kind = new FaultKind(code, column, listed));
        }

        return kind;
    }

    /// <summary>Codes are singletons: comparing their texts for each fault of a bad file would be slow.</summary>
    private sealed class ByReference : IEqualityComparer<(Code Code, int Column)>
    {
        public static readonly ByReference Instance = new();

        public bool Equals((Code Code, int Column) x, (Code Code, int Column) y) =>
            ReferenceEquals(x.Code, y.Code) && x.Column == y.Column;

        public int GetHashCode((Code Code, int Column) kind) =>
            (System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(kind.Code) * 31) + kind.Column;
    }
}
