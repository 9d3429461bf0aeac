namespace Publish.Disclosure.Tables.Greedy;

/// <summary>Where an attempt stands: which cells are published, suppressed and in need of protection, and the moves that are left.</summary>
internal sealed class PublicationState
{
    private readonly CellRole[] _roles;
    private readonly bool[] _isProtected;
    private readonly List<int> _unprotected = [];

    public PublicationState(CellSystem system, CellRole[] roles, IReadOnlyList<double> costs, EliminationEffort effort)
    {
        _roles = roles;
        Moves = system.Moves(roles, costs, effort);
        _isProtected = new bool[system.CellCount];
        IsSuppressed = new bool[system.CellCount];
        IsPublished = new bool[system.CellCount];
        Shields = new int[system.CellCount];
        Array.Fill(Shields, -1);
        for (var cell = 0; cell < roles.Length; cell++)
        {
            if (roles[cell] != CellRole.Candidate)
            {
                Settle(cell);
            }
        }
    }

    /// <summary>The moves that change no published cell.</summary>
    public MoveSpace Moves { get; }

    public bool[] IsSuppressed { get; }

    public bool[] IsPublished { get; }

    /// <summary>The cell that each suppressed candidate shields; −1 elsewhere.</summary>
    public int[] Shields { get; }

    /// <summary>Candidates that would be told by both kinds of reasoning together.</summary>
    public SortedSet<int> Conflicts { get; } = [];

    /// <summary>The candidates that are suppressed and yet solved, or told by both kinds of reasoning together.</summary>
    public List<int> Solved() =>
        [.. Enumerable.Range(0, _roles.Length)
            .Where(cell => IsSuppressed[cell] && _roles[cell] == CellRole.Candidate && Moves.Count(cell) == 0)
            .Union(Conflicts)];

    /// <summary>The pattern that has come out.</summary>
    public SuppressionPattern Pattern() => new(IsSuppressed, Shields, _unprotected);

    /// <summary>Publishes a cell, as far as exact solutions matter.</summary>
    /// <returns>−1 when nothing is given away by that; otherwise a protected cell that would be.</returns>
    public int TryFix(int cell) => Moves.TryFix(cell, _isProtected);

    public void Suppress(int cell, int shielded)
    {
        Shields[cell] = shielded;
        IsSuppressed[cell] = true;
        Moves.Settle(cell);
    }

    /// <summary>
    /// Protects a cell as if it were primary. One that was refused for its counts is in series with no primary cell, so
    /// nothing else protects it.
    /// </summary>
    public void ProtectAsPrimary(int cell)
    {
        _isProtected[cell] = Moves.Count(cell) > 0;
        if (!_isProtected[cell])
        {
            Conflicts.Add(cell);
        }
    }

    private void Settle(int cell)
    {
        if (_roles[cell] == CellRole.Primary)
        {
            IsSuppressed[cell] = true;
            _isProtected[cell] = Moves.Count(cell) > 0;
            if (!_isProtected[cell])
            {
                _unprotected.Add(cell);
            }
        }

        Moves.Settle(cell);
    }
}
