using Publish.Csv;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Validation.Identifiers;

namespace Publish.Pipeline.Validation;

/// <summary>
/// One thread's share of the pass: codes the keys, counts each row into its class, keeps respondents and unique values,
/// and looks for personal identifiers.
/// </summary>
internal sealed class UploadWorker
{
    private readonly GroupingPlan _plan;
    private readonly PassStores _stores;
    private readonly int _worker;
    private readonly RunSettings _settings;
    private readonly IdentifierScan?[] _scans;
    private int[] _codes = [];
    private int[] _classes = [];

    /// <summary>Creates a worker.</summary>
    /// <param name="plan">What the pass has to fill.</param>
    /// <param name="stores">Where respondents and unique values are kept.</param>
    /// <param name="worker">The worker's number.</param>
    /// <param name="settings">Bounds on classes and values.</param>
    public UploadWorker(GroupingPlan plan, PassStores stores, int worker, RunSettings settings)
    {
        _plan = plan;
        _stores = stores;
        _worker = worker;
        _settings = settings;
        Coders = [.. plan.Keys.Select(key => new KeyCoder(key))];
        Classes = new ClassAccumulator(plan.CodeCount, plan.Measures.Count);
        _scans = [.. plan.Columns.Select((column, i) =>
            plan.Scanned[i] && IdentifierScan.AppliesTo(column.Type) ? new IdentifierScan(IdentifierPatterns.All) : null)];
    }

    /// <summary>The codes of each key.</summary>
    public IReadOnlyList<KeyCoder> Coders { get; }

    /// <summary>The classes met.</summary>
    public ClassAccumulator Classes { get; }

    /// <summary>What the look for personal identifiers found, by column; <see langword="null"/> where none was taken.</summary>
    public IReadOnlyList<IdentifierCounts?> Identifiers => [.. _scans.Select(scan => scan?.Counts)];

    /// <summary>Rows whose key has no place in its hierarchy or cannot be published as text.</summary>
    public KeyFaults KeyFaults { get; } = new();

    /// <summary>Set once there are too many classes or values to hold; grouping stops, reading goes on.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Takes a batch.</summary>
    /// <param name="batch">Typed rows without faults.</param>
    public void Consume(TypedBatch batch)
    {
        for (var column = 0; column < _scans.Length; column++)
        {
            _scans[column]?.Scan(batch.Columns[column]);
        }

        foreach (var column in _plan.PublishedTexts)
        {
            FindFormulas(batch, column);
        }

        foreach (var column in _plan.Unique)
        {
            _stores.Unique(column, _worker).Add(batch, column);
        }

        if (!Overflowed)
        {
            Group(batch);
            Overflowed = Classes.Count > _settings.MaximumClasses
                || Coders.Any(coder => coder.ValueCount > _settings.MaximumKeyValues);
        }
    }

    private void FindFormulas(TypedBatch batch, int column)
    {
        var cells = batch.Columns[column];
        for (var row = 0; row < batch.RowCount; row++)
        {
            if (PublishedText.IsFormula(cells.Text(row)))
            {
                KeyFaults.Add(column, KeyCoder.Formula, batch.RowAt(row), batch.LineAt(row));
            }
        }
    }

    private void Group(TypedBatch batch)
    {
        Encode(batch);
        var stride = _plan.CodeCount;
        Array.Resize(ref _classes, Math.Max(_classes.Length, batch.RowCount));
        for (var row = 0; row < batch.RowCount; row++)
        {
            _classes[row] = Classes.CountRow(_codes.AsSpan(row * stride, stride));
        }

        for (var measure = 0; measure < _plan.Measures.Count; measure++)
        {
            // A missing cell has the value 0 and adds nothing.
            var values = batch.Columns[_plan.Measures[measure]].Values;
            for (var row = 0; row < values.Length; row++)
            {
                Classes.AddTo(_classes[row], measure, values[row]);
            }
        }

        if (_plan.Respondent is { } respondent)
        {
            _stores.Respondents(_worker).Add(batch.Columns[respondent], _classes.AsSpan(0, batch.RowCount));
        }

        _stores.Contributions(_worker)?.Add(batch, _classes.AsSpan(0, batch.RowCount));
    }

    private void Encode(TypedBatch batch)
    {
        var stride = _plan.CodeCount;
        if (_codes.Length < batch.RowCount * stride)
        {
            _codes = new int[batch.RowCount * stride];
        }

        for (var key = 0; key < _plan.Keys.Count; key++)
        {
            var mistakes = Coders[key].Encode(batch.Columns[_plan.Keys[key].Column], _codes.AsSpan(key), stride);
            if (mistakes > 0)
            {
                KeyFaults.Collect(batch, key, _plan.Keys[key].Column, _codes, stride);
            }
        }

        for (var i = 0; i < _plan.Presence.Count; i++)
        {
            var missing = batch.Columns[_plan.Presence[i]].Missing;
            for (var row = 0; row < missing.Length; row++)
            {
                _codes[(row * stride) + _plan.Keys.Count + i] = missing[row] ? 0 : 1;
            }
        }
    }
}
