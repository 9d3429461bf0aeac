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
    private readonly MeasureValues _values = new(plan, table, perturbed, policy);

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
            if (hidden || _values.Of(m, cell) is not { } value)
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
}
