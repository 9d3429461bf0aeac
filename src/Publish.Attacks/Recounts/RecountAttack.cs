using System.Globalization;
using System.Numerics;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Recounts;

/// <summary>
/// Compares a published table with an independent count of the upload: every published number is right, every
/// suppressed cell exists, no cell below the threshold is published, and no cell is missing.
/// </summary>
/// <param name="table">The published table.</param>
/// <param name="counted">The independent count.</param>
/// <param name="options">What the table is held to; <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">A published level was not counted.</exception>
public sealed class RecountAttack(PublishedTable table, CountedClasses counted, RecountOptions? options = null) : IAttack
{
    private readonly RecountOptions _options = options ?? new RecountOptions();
    private readonly WitnessLog _log = new();
    private readonly CountedCells _cells = new(
        counted, table, options?.ExpectsAllCombinations == false ? ShownDepths(table) : null);

    /// <inheritdoc/>
    public string Name => "recount";

    /// <inheritdoc/>
    public string Knows => "The upload, counted a second time; this is the auditor, not an intruder.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var countedCodes = _cells.CountedCodes(table);
        var seen = new bool[_cells.Count];
        for (var row = 0; row < table.Rows; row++)
        {
            var cell = _cells.Find(table, row, countedCodes);
            if (cell < 0)
            {
                CheckEmpty(row);
                continue;
            }

            seen[cell] = true;
            if (!table.IsSuppressed(row))
            {
                CheckThreshold(row, cell);
                CheckValues(row, cell);
            }
        }

        for (var cell = 0; cell < seen.Length; cell++)
        {
            if (!seen[cell] && !MayBeAbsent(cell))
            {
                _log.Add(AttackCodes.Recount, table.Name, _cells.Describe(table.Name, table.TotalMark, cell) + " is missing.");
            }
        }

        return _log.Result(Name, _cells.Count, "cells");
    }

    private static HashSet<string> ShownDepths(PublishedTable table) =>
        [.. Enumerable.Range(0, table.Rows).Select(row => string.Concat(table.Keys.Select(key => (char)key.Depth(row))))];

    private bool MayBeAbsent(int cell) =>
        _options.IsCountPerturbed && table.Measures.All(measure => _cells.Value(measure.Name, cell) is not { } value || value.Sum == 0);

    // Where zeros are protected an empty cell has a row: suppressed, or with nothing but zeros and no mean.
    private void CheckEmpty(int row)
    {
        var isZero = table.MayHideZeros
            && (table.IsSuppressed(row) || table.Measures.All(measure => measure.Values[row] is not { } value || value == 0));
        if (!isZero)
        {
            Report(AttackCodes.Recount, row, $"{table.Describe(row)} is empty in the upload.");
        }
    }

    private void CheckThreshold(int row, int cell)
    {
        foreach (var name in _options.Frequencies)
        {
            if (_cells.Value(name, cell) is { } frequency && frequency.Sum < _options.Threshold)
            {
                Report(AttackCodes.Threshold, row, $"{table.Describe(row)} is published with {frequency.Sum} respondents, below {_options.Threshold}.");
            }
        }
    }

    private void CheckValues(int row, int cell)
    {
        foreach (var measure in table.Measures)
        {
            if (_cells.Value(measure.Name, cell) is { } truth && !Agrees(measure, measure.Values[row], truth))
            {
                var published = measure.Values[row] is { } value ? DecimalText.Of(value, measure.Scale) : "nothing";
                var exact = DecimalText.Of(new WitnessValue(measure.Name, truth.Sum, truth.Divisor, truth.Scale));
                Report(AttackCodes.Recount, row, $"{table.Describe(row)}: {measure.Name} is published as {published}, the count gives {exact}.");
            }
        }
    }

    // |published − sum / divisor| ≤ unit / 2, both sides multiplied out; either way of breaking a tie is right.
    private bool Agrees(PublishedMeasure measure, Int128? published, (Int128 Sum, Int128 Divisor, int Scale) truth)
    {
        if (published is not { } value || truth.Divisor <= 0)
        {
            return published is null && (truth.Divisor <= 0 || measure.Kind == MeasureKind.Derived);
        }

        var unit = measure.Kind switch
        {
            MeasureKind.Mean or MeasureKind.Derived => Int128.Max(measure.RoundingUnit, 1),
            _ => _options.IsCountPerturbed ? 0 : measure.RoundingUnit,
        };
        var divisor = (BigInteger)truth.Divisor * BigInteger.Pow(10, truth.Scale);
        var difference = ((BigInteger)value * divisor) - ((BigInteger)truth.Sum * BigInteger.Pow(10, measure.Scale));
        return 2 * BigInteger.Abs(difference) <= unit * divisor;
    }

    private void Report(Codes.Code code, int row, FormattableString text) =>
        _log.Add(code, string.Create(CultureInfo.InvariantCulture, $"{table.Name}, row {row + 1}"), FormattableString.Invariant(text), 0, row);
}
