namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// A safe pattern that is made of witnesses: what attackers need to reach their amounts, and nothing else, is suppressed.
/// </summary>
/// <remarks>
/// Kelly, Golden and Assad, <em>Networks</em> 22 (1992), for two dimensions; Fischetti and Salazar, <em>Management
/// Science</em> 47 (2001), section 5, for any equations. A witness may serve several attackers.
/// </remarks>
internal sealed class WitnessCover
{
    /// <summary>What costs are lower by must be more than rounding.</summary>
    private const double Less = 1 - 1e-9;
    private readonly LeastCostChanges _changes;
    private readonly Attacker[] _attackers;
    private readonly CellChoice[] _choices;
    private readonly double[] _costs;
    private readonly Witness?[] _witnesses;
    private readonly int[] _uses;

    /// <param name="changes">Where witnesses come from.</param>
    /// <param name="attackers">The attackers.</param>
    /// <param name="choices">What may be done with each cell.</param>
    /// <param name="costs">What suppressing each costs.</param>
    public WitnessCover(LeastCostChanges changes, Attacker[] attackers, CellChoice[] choices, double[] costs)
    {
        (_changes, _attackers, _choices) = (changes, attackers, choices);
        _costs = [.. costs.Zip(choices, (cost, choice) => choice == CellChoice.Open ? cost : 0)];
        (_witnesses, _uses) = (new Witness?[attackers.Length], new int[costs.Length]);
    }

    /// <summary>What the pattern costs.</summary>
    public double Cost => Enumerable.Range(0, _uses.Length).Where(cell => _uses[cell] > 0).Sum(cell => _costs[cell]);

    /// <summary>1 for the cells that are suppressed, 0 for the others.</summary>
    public double[] Suppressed => [.. Enumerable.Range(0, _uses.Length).Select(cell => IsSuppressed(cell) ? 1.0 : 0)];

    /// <summary>The witness of an attacker.</summary>
    /// <param name="index">Its place among the attackers.</param>
    public Witness this[int index] => _witnesses[index]!;

    /// <summary>Whether a cell is suppressed.</summary>
    /// <param name="cell">The cell.</param>
    public bool IsSuppressed(int cell) => _uses[cell] > 0 || _choices[cell] == CellChoice.Suppressed;

    /// <summary>What a suppressed cell costs that no other attacker needs.</summary>
    /// <param name="index">The attacker.</param>
    public double OwnCost(int index) => this[index].Cells.Where(cell => _uses[cell] == 1).Sum(cell => _costs[cell]);

    /// <summary>Finds a witness for every attacker, those of large amounts first, since they serve others too.</summary>
    /// <param name="hint">1 for cells that are suppressed for nothing on the way.</param>
    /// <param name="hintCosts">What suppressing each of the others seems to cost.</param>
    /// <param name="mostIterations">After so many no more are found.</param>
    /// <returns>Whether there is one for each.</returns>
    public bool Fill(double[] hint, double[] hintCosts, long mostIterations)
    {
        var end = _changes.Iterations + mostIterations;
        return Serve(
            [.. Enumerable.Range(0, _attackers.Length)],
            index => _changes.Iterations > end ? null : _changes.Of(_attackers[index], Free(hint), hintCosts));
    }

    /// <summary>Gives an attacker a witness that costs less than its own, if a programme finds one.</summary>
    /// <param name="index">The attacker.</param>
    /// <returns>Whether the pattern costs less now.</returns>
    public bool TryReplace(int index)
    {
        var (old, before) = (this[index], OwnCost(index));
        if (before <= 0)
        {
            return false;
        }

        Put(index, null);
        var found = _changes.Of(_attackers[index], Free(), _costs);
        var isCheaper = found is not null && Added(found) < before * Less;
        Put(index, isCheaper ? found : old);
        return isCheaper;
    }

    /// <summary>Publishes a cell if cells that cost less can serve its attackers.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="mostIterations">After so many the cell stays as it is.</param>
    /// <returns>Whether the pattern costs less now.</returns>
    public bool TryPublish(int cell, long mostIterations)
    {
        int[] users = [.. Enumerable.Range(0, _attackers.Length).Where(index => this[index].Uses(cell))];
        Witness[] old = [.. users.Select(user => this[user])];
        Array.ForEach(users, user => Put(user, null));
        var (left, end) = (old.SelectMany(witness => witness.Cells).Distinct().Where(other => _uses[other] == 0).Sum(other => _costs[other]) * Less, _changes.Iterations + mostIterations);
        var isServed = Serve(users, user =>
        {
            var found = _changes.Iterations > end ? null : _changes.Of(_attackers[user], Free(), _costs, cell);
            left -= found is null ? 0 : Added(found);
            return left > 0 ? found : null;
        });
        for (var place = 0; place < users.Length && !isServed; place++)
        {
            Put(users[place], old[place]);
        }

        return isServed;
    }

    /// <summary>Gives an attacker another witness, or takes it away for a while.</summary>
    /// <param name="index">The attacker.</param>
    /// <param name="witness">The witness.</param>
    public void Put(int index, Witness? witness)
    {
        foreach (var cell in _witnesses[index]?.Cells ?? [])
        {
            _uses[cell]--;
        }

        foreach (var cell in witness?.Cells ?? [])
        {
            _uses[cell]++;
        }

        _witnesses[index] = witness;
    }

    /// <summary>For each cell that is suppressed to shield others, one that it shields; −1 for all others.</summary>
    public int[] Shields()
    {
        var shields = new int[_uses.Length];
        Array.Fill(shields, -1);
        for (var index = _attackers.Length - 1; index >= 0; index--)
        {
            foreach (var cell in this[index].Cells.Where(cell => _choices[cell] is CellChoice.Open or CellChoice.Free))
            {
                shields[cell] = _attackers[index].Cell;
            }
        }

        return shields;
    }

    /// <summary>Gives some attackers witnesses in place of none.</summary>
    private bool Serve(int[] indices, Func<int, Witness?> find)
    {
        foreach (var index in indices.OrderBy(index => _attackers[index].Demand).ThenByDescending(index => Int128.Abs(_attackers[index].Amount)).ThenBy(index => index))
        {
            if (_witnesses[index] is not null)
            {
                continue;
            }

            if (find(index) is not { } witness)
            {
                return false;
            }

            foreach (var other in indices.Where(other => _witnesses[other] is null
                && (other == index || (_attackers[other].Demand == _attackers[index].Demand && witness.Serves(_attackers[other])))))
            {
                Put(other, witness);
            }
        }

        return true;
    }

    private double Added(Witness witness) => witness.Cells.Where(cell => _uses[cell] == 0).Sum(cell => _costs[cell]);

    private double[] Free(double[]? hint = null) => [.. Enumerable.Range(0, _uses.Length).Select(cell => IsSuppressed(cell) || hint?[cell] > 0 ? 1.0 : 0)];
}
