using Publish.Disclosure.Perturbation;
using Publish.Duck;
using Publish.Pipeline.Grouping;

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
    public PassStores(GroupingPlan plan, RunSettings settings)
    {
        var hasContributions = plan.Contributions is not null || plan.Holding is not null;
        if (plan.Respondent is null && plan.Unique.Count == 0 && !hasContributions)
        {
            return;
        }

        _database = RunDatabase.Open(settings, "pass", []);
        if (plan.Respondent is { } respondent)
        {
            _respondents = new RespondentStore(_database, plan.Columns[respondent].Type, settings.Threads);
        }

        if (hasContributions)
        {
            _contributions = new ContributionStore(_database, plan, settings.Threads);
        }

        foreach (var column in plan.Unique)
        {
            _unique.Add(column, new UniqueStore(_database, column, settings.Threads));
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
