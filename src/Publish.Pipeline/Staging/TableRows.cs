using System.Text;
using Publish.Disclosure.Perturbation;
using Publish.Disclosure.Tables;
using Publish.Duck;
using Publish.Pipeline.Protection;
using Publish.Policies;

namespace Publish.Pipeline.Staging;

/// <summary>Puts the rows of a protected table into DuckDB, ready to be written. Suppressed numbers never leave this class.</summary>
internal sealed class TableRows(TablePlan plan, ProtectedTable table, PerturbedTable? perturbed, Policy policy)
{
    /// <summary>The column that says whether a row's numbers are withheld.</summary>
    public const string StatusColumn = "status";

    /// <summary>Withheld: confidential (SDMX code list CL_CONF_STATUS).</summary>
    public const string Confidential = "c";

    private readonly TableLayout _layout = new(plan, table);

    /// <summary>Makes a table of the rows, in the order they are published.</summary>
    /// <param name="connection">The connection to make it on.</param>
    /// <param name="name">The table's name.</param>
    public void Fill(DuckConnection connection, string name)
    {
        connection.Execute($"CREATE TABLE {DuckSql.Identifier(name)} ({string.Join(", ", Columns())})");
        using var appender = connection.Append(name);
        var filled = 0;
        foreach (var cell in _layout.Order.Where(cell => perturbed is null || perturbed.IsListed[cell]))
        {
            Write(appender.Chunk, filled++, cell);
            if (filled == DuckChunkWriter.Capacity)
            {
                appender.Append(filled);
                filled = 0;
            }
        }

        appender.Append(filled);
        appender.Complete();
    }

    private IEnumerable<string> Columns() =>
        _layout.Columns.Select(c => $"{DuckSql.Identifier(c.Name)} VARCHAR")
            .Concat(plan.Release.Measures.Select(m => $"{DuckSql.Identifier(m.Name)} {TypeOf(m)}"))
            .Append($"{DuckSql.Identifier(StatusColumn)} VARCHAR");

    private static DuckType TypeOf(Policies.Releases.TableMeasure measure) =>
        measure.Kind == MeasureKind.Count ? DuckType.BigInt : DuckType.Decimal(PublishedNumber.MaximumDigits, measure.Decimals);

    private void Write(DuckChunkWriter chunk, int row, int cell)
    {
        var column = 0;
        foreach (var label in _layout.Columns)
        {
            chunk.SetUtf8(column++, row, Encoding.UTF8.GetBytes(label.LabelOf(cell)));
        }

        var hidden = table.Status[cell] != CellStatus.Published;
        for (var m = 0; m < plan.Release.Measures.Count; m++, column++)
        {
            if (hidden || ValueOf(m, cell) is not { } value)
            {
                chunk.SetNull(column, row);
            }
            else if (plan.Release.Measures[m].Kind == MeasureKind.Count)
            {
                chunk.Values<long>(column)[row] = (long)value;
            }
            else
            {
                chunk.Values<Int128>(column)[row] = value;
            }
        }

        chunk.SetUtf8(column, row, hidden ? "c"u8 : ""u8);
        if (!hidden)
        {
            chunk.SetNull(column, row);
        }
    }

    // Null for the mean of nobody.
    private Int128? ValueOf(int m, int cell)
    {
        var measure = plan.Release.Measures[m];
        if (measure.Kind == MeasureKind.Count)
        {
            return perturbed is null ? table.Respondents[cell] : perturbed.Counts[cell];
        }

        var index = plan.MeasureOf[m];
        var sum = table.Sums[index][cell];
        var scale = policy.Column(measure.Column!)!.Decimals;
        Int128? value = measure.Kind == MeasureKind.Sum
            ? sum
            : table.Contributors[index][cell] is > 0 and var count
                ? PublishedNumber.Mean(sum, count, scale, measure.Decimals)
                : null;
        return value is null || PublishedNumber.Fits(value.Value)
            ? value
            : throw new StopException(Verdict.Held, ProtectionCodes.SumTooLong, $"release {plan.Release.Name}");
    }
}
