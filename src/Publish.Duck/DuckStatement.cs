using System.Runtime.InteropServices;
using System.Text;
using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>A prepared statement. Parameters are counted from 1 and keep their values from run to run.</summary>
public sealed class DuckStatement : IDisposable
{
    private readonly ConnectionHandle _connection;
    private readonly StatementHandle _handle;
    private readonly ErrorContext _context;

    internal DuckStatement(ConnectionHandle connection, StatementHandle handle, ErrorContext context) =>
        (_connection, _handle, _context) = (connection, handle, context);

    /// <summary>The columns it will give, read without running it.</summary>
    public IReadOnlyList<DuckColumn> Columns =>
        [.. Enumerable.Range(0, (int)NativeStatement.ColumnCount(_handle)).Select(column => Column((ulong)column))];

    /// <summary>Binds NULL.</summary>
    /// <param name="parameter">The parameter, from 1.</param>
    public void BindNull(int parameter) => Check(NativeStatement.BindNull(_handle, (ulong)parameter));

    /// <summary>Binds true or false.</summary>
    /// <param name="parameter">The parameter, from 1.</param>
    /// <param name="value">The value.</param>
    public void Bind(int parameter, bool value) =>
        Check(NativeStatement.BindBoolean(_handle, (ulong)parameter, value));

    /// <summary>Binds a 32-bit integer.</summary>
    /// <param name="parameter">The parameter, from 1.</param>
    /// <param name="value">The value.</param>
    public void Bind(int parameter, int value) => Check(NativeStatement.BindInteger(_handle, (ulong)parameter, value));

    /// <summary>Binds a 64-bit integer.</summary>
    /// <param name="parameter">The parameter, from 1.</param>
    /// <param name="value">The value.</param>
    public void Bind(int parameter, long value) => Check(NativeStatement.BindBigInt(_handle, (ulong)parameter, value));

    /// <summary>Binds a 128-bit integer.</summary>
    /// <param name="parameter">The parameter, from 1.</param>
    /// <param name="value">The value.</param>
    public void Bind(int parameter, Int128 value) =>
        Check(NativeStatement.BindHugeInt(_handle, (ulong)parameter, NativeHugeInt.From(value)));

    /// <summary>Binds a double.</summary>
    /// <param name="parameter">The parameter, from 1.</param>
    /// <param name="value">The value.</param>
    public void Bind(int parameter, double value) => Check(NativeStatement.BindDouble(_handle, (ulong)parameter, value));

    /// <summary>Binds a date.</summary>
    /// <param name="parameter">The parameter, from 1.</param>
    /// <param name="value">The value.</param>
    public void Bind(int parameter, DateOnly value) =>
        Check(NativeStatement.BindDate(_handle, (ulong)parameter, DuckTime.Days(value)));

    /// <summary>Binds a date and time without a zone; what is finer than a microsecond is cut off.</summary>
    /// <param name="parameter">The parameter, from 1.</param>
    /// <param name="value">The value; its kind is not looked at.</param>
    public void Bind(int parameter, DateTime value) =>
        Check(NativeStatement.BindTimestamp(_handle, (ulong)parameter, DuckTime.Microseconds(value)));

    /// <summary>Binds a text.</summary>
    /// <param name="parameter">The parameter, from 1.</param>
    /// <param name="value">The value.</param>
    public void Bind(int parameter, string value) => BindUtf8(parameter, Encoding.UTF8.GetBytes(value));

    /// <summary>Binds a text given as UTF-8.</summary>
    /// <param name="parameter">The parameter, from 1.</param>
    /// <param name="value">The bytes; DuckDB refuses what is not UTF-8.</param>
    public void BindUtf8(int parameter, ReadOnlySpan<byte> value) =>
        Check(NativeStatement.BindVarchar(
            _handle, (ulong)parameter, value.IsEmpty ? [0] : value, (ulong)value.Length));

    /// <summary>Binds a decimal.</summary>
    /// <param name="parameter">The parameter, from 1.</param>
    /// <param name="unscaled">The value times ten to the power of the type's scale.</param>
    /// <param name="type">The decimal type.</param>
    public void BindDecimal(int parameter, Int128 unscaled, DuckType type) =>
        Check(NativeStatement.BindDecimal(_handle, (ulong)parameter, new NativeDecimal
        {
            Width = (byte)type.Width,
            Scale = (byte)type.Scale,
            Value = NativeHugeInt.From(unscaled),
        }));

    /// <summary>Runs it to its end.</summary>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>The rows it changed.</returns>
    /// <exception cref="DuckException">DuckDB refused or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public long Execute(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using var result = new ResultHandle();
        using var interruption = Interruption.Watch(_connection, cancellation);
        return NativeStatement.Execute(_handle, result) == NativeState.Success
            ? checked((long)NativeResult.RowsChanged(result))
            : throw DuckErrors.Of(result, _context with { Cancellation = cancellation });
    }

    /// <summary>Starts it and streams its rows. The result outlives the statement.</summary>
    /// <param name="cancellation">Interrupts the work until the result is disposed.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="DuckException">DuckDB refused or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public DuckResult Query(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var context = _context with { Cancellation = cancellation };
        var result = new ResultHandle();
        var interruption = Interruption.Watch(_connection, cancellation);
        if (NativeStatement.ExecuteStreaming(_handle, result) == NativeState.Success)
        {
            return new DuckResult(result, interruption, context);
        }

        using (result)
        using (interruption)
        {
            throw DuckErrors.Of(result, context);
        }
    }

    /// <summary>Frees the statement.</summary>
    public void Dispose() => _handle.Dispose();

    private static void Check(NativeState state)
    {
        if (state != NativeState.Success)
        {
            throw new ArgumentException("There is no such parameter, or DuckDB does not take the value.");
        }
    }

    private DuckColumn Column(ulong column)
    {
        using var type = NativeStatement.ColumnType(_handle, column);
        var name = NativeStatement.ColumnName(_handle, column);
        try
        {
            return new DuckColumn(Marshal.PtrToStringUTF8(name) ?? "", DuckTypeMap.FromNative(type));
        }
        finally
        {
            NativeStatement.Free(name);
        }
    }
}
