namespace Publish.Disclosure.Tables;

/// <summary>
/// How much elimination may cost, in merged entries: a number that does not depend on the machine, so that the answer
/// does not either.
/// </summary>
internal sealed class EliminationEffort
{
    private const long MostMerged = 100_000_000;
    private long _left = MostMerged;
    private long _given = MostMerged;
    private int _mostEntries = 8_000_000;

    /// <summary>For systems that nothing else can protect.</summary>
    public static EliminationEffort Unlimited => new() { _left = long.MaxValue, _given = long.MaxValue, _mostEntries = int.MaxValue };

    /// <summary>For tests of what comes instead.</summary>
    public static EliminationEffort None(int threads = -1) => new() { _left = 0, _given = 0, _mostEntries = -1, Threads = threads };

    /// <summary>The most workers at once of what follows; −1 (the default) for one a core. The answer does not depend on it.</summary>
    public int Threads { get; init; } = -1;

    /// <summary>Whether the cheapest pattern is looked for where the system is small enough. Default: true.</summary>
    public bool SeeksCheapest { get; init; } = true;

    public bool IsSpent => _left <= 0;

    /// <summary>True unless the moves to begin with are too many already.</summary>
    public bool Allows(CellSystem system) => system.EntryCount <= _mostEntries;

    /// <summary>The same effort, with nothing spent of it.</summary>
    public EliminationEffort Afresh() => new() { _left = _given, _given = _given, _mostEntries = _mostEntries, Threads = Threads, SeeksCheapest = SeeksCheapest };

    public void Spend(int entries) => _left -= entries;
}
