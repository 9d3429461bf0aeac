namespace Publish.Disclosure.Records;

/// <summary>What is to be generalised and under which rules.</summary>
public sealed record GeneralisationTask
{
    /// <summary>Creates the task.</summary>
    /// <param name="table">The classes as collected. Columns that are neither key nor sensitive are added up.</param>
    /// <param name="keys">The key variables, at least one, in the order that breaks ties.</param>
    /// <param name="models">Every published class satisfies all of these; at least one.</param>
    /// <param name="suppressionLimit">
    /// The largest share of the table's rows that may be suppressed, 0 to 1. Classes that break a model are suppressed
    /// whole, and their rows count, whatever their respondents.
    /// </param>
    /// <param name="metric">What makes one choice of levels better than another.</param>
    /// <exception cref="ArgumentException">A column is not one of the table's, or is both key and sensitive.</exception>
    public GeneralisationTask(
        ClassTable table,
        IReadOnlyList<LatticeKey> keys,
        IReadOnlyList<PrivacyModel> models,
        decimal suppressionLimit,
        LossMetric metric)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentOutOfRangeException.ThrowIfZero(keys.Count);
        ArgumentOutOfRangeException.ThrowIfZero(models.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(suppressionLimit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(suppressionLimit, 1);
        SensitiveColumns = [.. models.Select(model => model.SensitiveColumn).OfType<int>().Distinct()];
        var columns = keys.Select(key => key.Column).Concat(SensitiveColumns).ToArray();
        if (columns.Distinct().Count() != columns.Length || columns.Any(column => column >= table.KeyCount))
        {
            throw new ArgumentException("Keys and sensitive values are different columns of the table.", nameof(keys));
        }

        Table = table;
        Keys = keys;
        Models = models;
        SuppressionLimit = suppressionLimit;
        Metric = metric;
    }

    /// <summary>The classes as collected.</summary>
    public ClassTable Table { get; }

    /// <summary>The key variables.</summary>
    public IReadOnlyList<LatticeKey> Keys { get; }

    /// <summary>Every published class satisfies all of these.</summary>
    public IReadOnlyList<PrivacyModel> Models { get; }

    /// <summary>The largest share of rows that may be suppressed, 0 to 1.</summary>
    public decimal SuppressionLimit { get; }

    /// <summary>What makes one choice of levels better than another.</summary>
    public LossMetric Metric { get; }

    /// <summary>The sensitive columns that the models judge, in the order they are first named.</summary>
    public IReadOnlyList<int> SensitiveColumns { get; }
}
