using Publish.Disclosure.Perturbation;
using Publish.Duck;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Parts;

namespace Publish.Pipeline.Validation;

/// <summary>
/// What grows with the rows of an upload: who is in which class, and the values of unique columns. Kept in DuckDB, which
/// spills to the run's private folder.
/// </summary>
internal sealed class PassStores : IDisposable
{
    private readonly DuckDatabase? _database;
    private readonly RespondentStore? _respondents;
    private readonly ContributionStore? _contributions;
    private readonly Dictionary<int, UniqueStore> _unique = [];

    /// <summary>Opens the stores a plan needs; none, and no database, where it needs none.</summary>
    /// <param name="plan">What the pass has to fill.</param>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="purpose">What the pass is for.</param>
    /// <param name="folders">Folders of partial tables to write or read.</param>
    public PassStores(GroupingPlan plan, RunSettings settings, PassPurpose purpose, params IReadOnlyList<string> folders)
    {
        var hasContributions = plan.Contributions is not null || plan.Holding is not null;
        if (plan.Respondent is null && plan.Unique.Count == 0 && !hasContributions)
        {
            return;
        }

        _database = RunDatabase.Open(settings, "pass", folders);
        if (plan.Respondent is { } respondent)
        {
            _respondents = new RespondentStore(_database, plan.Columns[respondent].Type, purpose);
        }

        if (hasContributions)
        {
            _contributions = new ContributionStore(_database, plan, purpose);
        }

        foreach (var column in plan.Unique)
        {
            _unique.Add(column, new UniqueStore(_database, column, purpose));
        }
    }

    /// <summary>A worker's end of the store of respondents.</summary>
    /// <param name="worker">The worker.</param>
    /// <returns>For that worker's thread alone.</returns>
    public RespondentAppender Respondents(int worker) => _respondents!.Appenders[worker];

    /// <summary>A worker's end of the store of contributions.</summary>
    /// <param name="worker">The worker.</param>
    /// <returns>For that worker's thread alone; <see langword="null"/> where no rule asks for contributions.</returns>
    public ContributionAppender? Contributions(int worker) => _contributions?.Appenders[worker];

    /// <summary>A worker's end of the store of a unique column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="worker">The worker.</param>
    /// <returns>For that worker's thread alone.</returns>
    public UniqueAppender Unique(int column, int worker) => _unique[column].Appenders[worker];

    /// <summary>Commits what the workers kept; called once, when the reading is over.</summary>
    public void Complete()
    {
        _respondents?.Complete();
        _contributions?.Complete();
        foreach (var store in _unique.Values)
        {
            store.Complete();
        }
    }

    /// <summary>Counts distinct respondents by class.</summary>
    /// <param name="classOf"><c>classOf[worker][number]</c>: the merged number of a worker's class.</param>
    /// <param name="classes">The number of merged classes.</param>
    /// <param name="key">What record keys are made with, or <see langword="null"/> where none are summed.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>The counts, or <see langword="null"/> where a row is a respondent.</returns>
    public RespondentCount? CountRespondents(
        IReadOnlyList<int[]> classOf, int classes, SecretKey? key, CancellationToken cancellation) =>
        _respondents?.Count(classOf, classes, key, cancellation);

    /// <summary>Gathers who adds how much to which class, as far as rules ask.</summary>
    /// <param name="classOf"><c>classOf[worker][number]</c>: the merged number of a worker's class.</param>
    /// <param name="classes">The number of merged classes.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>What rules need.</returns>
    public GroupedContributions GatherContributions(
        IReadOnlyList<int[]> classOf, int classes, CancellationToken cancellation) =>
        _contributions?.Gather(classOf, classes, cancellation) ?? GroupedContributions.None;

    /// <summary>Finds values that occur twice.</summary>
    /// <param name="listed">How many rows to list for each column.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>For each column with repeats: the column, how many rows repeat an earlier one, and the first of them.</returns>
    public IEnumerable<(int Column, long Count, IReadOnlyList<(long Row, long Line)> First)> Repeats(
        int listed, CancellationToken cancellation)
    {
        foreach (var (column, store) in _unique.OrderBy(u => u.Key))
        {
            var (count, first) = store.Repeats(listed, cancellation);
            if (count > 0)
            {
                yield return (column, count, first);
            }
        }
    }

    /// <summary>Writes what the stores hold as partial tables. Called after <see cref="Complete"/>.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="numbers">What classes are called here, and in the partial table.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public void Save(string folder, IEnumerable<(int Source, int Target)> numbers, CancellationToken cancellation)
    {
        if (_database is null)
        {
            return;
        }

        using var connection = _database.Connect();
        ClassNumbers.Set(connection, numbers, cancellation);
        if (_respondents is not null)
        {
            RespondentStore.Save(connection, PartialFiles.Respondents(folder), cancellation);
        }

        _contributions?.Save(connection, PartialFiles.Contributions(folder), cancellation);
        foreach (var (column, store) in _unique)
        {
            store.Save(connection, PartialFiles.Unique(folder, column), cancellation);
        }
    }

    /// <summary>Adds the partial tables of a part.</summary>
    /// <param name="folder">Where from.</param>
    /// <param name="part">The part's number, from 0.</param>
    /// <param name="numbers">What classes are called in the partial table, and here.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public void Load(string folder, int part, IEnumerable<(int Source, int Target)> numbers, CancellationToken cancellation)
    {
        if (_database is null)
        {
            return;
        }

        using var connection = _database.Connect();
        ClassNumbers.Set(connection, numbers, cancellation);
        if (_respondents is not null)
        {
            RespondentStore.Load(connection, PartialFiles.Respondents(folder), cancellation);
        }

        _contributions?.Load(connection, PartialFiles.Contributions(folder), cancellation);
        foreach (var (column, store) in _unique)
        {
            store.Load(connection, PartialFiles.Unique(folder, column), part, cancellation);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _respondents?.Dispose();
        _contributions?.Dispose();
        foreach (var store in _unique.Values)
        {
            store.Dispose();
        }

        _database?.Dispose();
    }
}
