using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>A locked-down DuckDB in memory. Connections may be used from several threads, each by one at a time.</summary>
public sealed class DuckDatabase : IDisposable
{
    private readonly DatabaseHandle _handle;
    private readonly TemporarySpace _temporary;

    private DuckDatabase(DatabaseHandle handle, TemporarySpace temporary, DuckOptions options) =>
        (_handle, _temporary, Options) = (handle, temporary, options);

    /// <summary>How it was opened.</summary>
    public DuckOptions Options { get; }

    /// <summary>What managed sources of this database threw.</summary>
    internal SourceFailures Failures { get; } = new();

    /// <summary>Opens a database in memory that can touch nothing but what the options allow.</summary>
    /// <param name="options">Its share of the machine and its files.</param>
    /// <returns>The database; dispose it after its connections.</returns>
    /// <exception cref="ArgumentException">An option is out of bounds or a path is not a full one.</exception>
    /// <exception cref="DuckException">The library or the temporary folder can't be used.</exception>
    public static DuckDatabase Open(DuckOptions options)
    {
        Lockdown.Check(options);
        DuckLibrary.Check();
        var temporary = TemporarySpace.Claim(options.TemporaryFolder);
        DatabaseHandle? handle = null;
        try
        {
            if (NativeDatabase.Open(0, out handle) != NativeState.Success)
            {
                throw new DuckException(DuckCodes.EngineFault);
            }

            var database = new DuckDatabase(handle, temporary, options);
            using var connection = database.Connect();
            foreach (var statement in Lockdown.Statements(options, temporary.Spill))
            {
                connection.Execute(statement);
            }

            return database;
        }
        catch
        {
            handle?.Dispose();
            temporary.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection.</summary>
    /// <returns>The connection; one thread may use it at a time.</returns>
    /// <exception cref="DuckException">DuckDB refused.</exception>
    public DuckConnection Connect()
    {
        if (NativeDatabase.Connect(_handle, out var connection) != NativeState.Success)
        {
            connection.Dispose();
            throw new DuckException(DuckCodes.EngineFault);
        }

        return new DuckConnection(connection, this);
    }

    /// <summary>Closes the database and wipes its temporary folder.</summary>
    public void Dispose()
    {
        _handle.Dispose();
        _temporary.Dispose();
    }
}
