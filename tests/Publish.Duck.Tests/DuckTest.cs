using System.Text;

namespace Publish.Duck.Tests;

/// <summary>A test with an open database and connection.</summary>
public abstract class DuckTest : IDisposable
{
    protected DuckTest()
    {
        Scratch = new Scratch();
        Database = Scratch.Open();
        Connection = Database.Connect();
    }

    internal Scratch Scratch { get; }

    protected DuckDatabase Database { get; }

    protected DuckConnection Connection { get; }

    public void Dispose()
    {
        Connection.Dispose();
        Database.Dispose();
        Scratch.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>All values of one column of a query, null for NULL.</summary>
    protected List<T?> Column<T>(string sql)
        where T : unmanaged
    {
        using var result = Connection.Query(sql);
        return Column<T>(result);
    }

    protected static List<T?> Column<T>(DuckResult result, int column = 0)
        where T : unmanaged
    {
        var values = new List<T?>();
        while (result.TryReadChunk(out var chunk))
        {
            var vector = chunk[column];
            for (var row = 0; row < chunk.Count; row++)
            {
                values.Add(vector.IsNull(row) ? null : vector.Values<T>()[row]);
            }
        }

        return values;
    }

    protected List<string?> Texts(string sql)
    {
        using var result = Connection.Query(sql);
        return Texts(result);
    }

    protected static List<string?> Texts(DuckResult result, int column = 0)
    {
        var values = new List<string?>();
        while (result.TryReadChunk(out var chunk))
        {
            var vector = chunk[column];
            for (var row = 0; row < chunk.Count; row++)
            {
                values.Add(vector.IsNull(row) ? null : Encoding.UTF8.GetString(vector.Utf8(row)));
            }
        }

        return values;
    }
}
