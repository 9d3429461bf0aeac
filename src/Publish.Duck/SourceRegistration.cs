using System.Runtime.InteropServices;
using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>A managed source as DuckDB knows it: a table function whose callbacks find this object again.</summary>
internal sealed unsafe class SourceRegistration
{
    private SourceRegistration(IReadOnlyList<DuckColumn> columns, IDuckSource source, SourceFailures failures) =>
        (Columns, Source, Failures) = (columns, source, failures);

    public IReadOnlyList<DuckColumn> Columns { get; }

    public IDuckSource Source { get; }

    public SourceFailures Failures { get; }

    public static void Register(
        ConnectionHandle connection,
        string name,
        IReadOnlyList<DuckColumn> columns,
        IDuckSource source,
        SourceFailures failures)
    {
        ArgumentException.ThrowIfNullOrEmpty(DuckSql.WithoutNul(name));
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count);
        if (columns.Any(column => column.Type.ValueType is null && column.Type.Kind != DuckTypeKind.Varchar))
        {
            throw new ArgumentException("A source gives numbers, dates, times, truth values and texts.", nameof(columns));
        }

        var registration = new SourceRegistration([.. columns], source, failures);
        using var function = NativeTableFunction.Create();
        NativeTableFunction.SetName(function, name);
        NativeTableFunction.SetExtra(
            function, GCHandle.ToIntPtr(GCHandle.Alloc(registration)), &SourceCallbacks.Forget);
        NativeTableFunction.SetBind(function, &SourceCallbacks.Bind);
        NativeTableFunction.SetInit(function, &SourceCallbacks.Begin);
        NativeTableFunction.SetLocalInit(function, &SourceCallbacks.Open);
        NativeTableFunction.SetRead(function, &SourceCallbacks.Read);
        if (NativeTableFunction.Register(connection, function) != NativeState.Success)
        {
            throw new DuckException(DuckCodes.StatementRefused, DuckErrorType.Catalog);
        }
    }
}
