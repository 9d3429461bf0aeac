using System.Text;
using Publish.Duck;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Validation;

namespace Publish.Pipeline.Parts;

/// <summary>The values of one key that a part met, read back from its partial table.</summary>
internal sealed class PartKeyValues : IKeyValues
{
    private readonly List<string?> _texts = [];
    private readonly List<long> _numbers = [];

    /// <inheritdoc />
    public int MissingCode { get; private set; } = KeyCoder.NoPlace;

    /// <inheritdoc />
    public int CodeCount => _numbers.Count;

    /// <inheritdoc />
    public string TextOf(int code) => _texts[code]!;

    /// <inheritdoc />
    public long NumberOf(int code) => _numbers[code];

    /// <summary>Writes the values that stand for a part's codes: of those with one code the first, whichever worker met it.</summary>
    /// <param name="connection">A connection that may write the file.</param>
    /// <param name="plan">The plan of the pass.</param>
    /// <param name="merged">The codes that all workers agree on.</param>
    /// <param name="coders"><c>coders[worker][key]</c>.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public static void Write(
        DuckConnection connection,
        GroupingPlan plan,
        MergedClasses merged,
        IReadOnlyList<IReadOnlyList<IKeyValues>> coders,
        string path,
        CancellationToken cancellation)
    {
        connection.Execute("CREATE TABLE key_values (key INTEGER, code INTEGER, text VARCHAR, number BIGINT)", cancellation);
        using (var appender = connection.Append("key_values"))
        {
            for (var key = 0; key < plan.Keys.Count; key++)
            {
                for (var worker = 0; worker < coders.Count; worker++)
                {
                    for (var code = 0; code < coders[worker][key].CodeCount; code++)
                    {
                        Append(appender.Chunk, key, merged.CodesOf(worker, key)[code], coders[worker][key], code, plan.Keys[key].Type);
                        appender.Append(1);
                    }
                }
            }

            appender.Complete();
        }

        connection.WriteParquet(
            "SELECT key, code, min(text) AS text, min(number) AS number FROM key_values GROUP BY ALL ORDER BY ALL",
            path,
            new ParquetOptions(),
            cancellation);
    }

    /// <summary>Reads the values of every key.</summary>
    /// <param name="connection">A connection that may read the file.</param>
    /// <param name="plan">The plan of the pass.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>One a key of the plan.</returns>
    public static IReadOnlyList<PartKeyValues> Read(DuckConnection connection, GroupingPlan plan, string path, CancellationToken cancellation)
    {
        var keys = plan.Keys.Select(_ => new PartKeyValues()).ToArray();
        using var rows = connection.ReadParquet(path, ["key", "code", "text", "number"], cancellation);
        while (rows.TryReadChunk(out var chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                keys[chunk[0].Values<int>()[row]].Add(chunk, row);
            }
        }

        return keys;
    }

    // Codes were written in their order, without a gap.
    private void Add(DuckChunk chunk, int row)
    {
        var (hasText, hasNumber) = (!chunk[2].IsNull(row), !chunk[3].IsNull(row));
        if (!hasText && !hasNumber)
        {
            MissingCode = CodeCount;
        }

        _texts.Add(hasText ? Encoding.UTF8.GetString(chunk[2].Utf8(row)) : null);
        _numbers.Add(hasNumber ? chunk[3].Values<long>()[row] : 0);
    }

    private static void Append(DuckChunkWriter chunk, int key, int merged, IKeyValues values, int code, Csv.CellType type)
    {
        chunk.Values<int>(0)[0] = key;
        chunk.Values<int>(1)[0] = merged;
        if (code != values.MissingCode && type == Csv.CellType.Text)
        {
            chunk.SetUtf8(2, 0, Encoding.UTF8.GetBytes(values.TextOf(code)));
        }
        else
        {
            chunk.SetNull(2, 0);
        }

        if (code != values.MissingCode && type != Csv.CellType.Text)
        {
            chunk.Values<long>(3)[0] = values.NumberOf(code);
        }
        else
        {
            chunk.SetNull(3, 0);
        }
    }
}
