using System.Text;
using Publish.Attacks.Tables;
using Publish.Duck;
using Publish.Metadata;
using Publish.Pipeline.Staging;
using MeasureKind = Publish.Attacks.Tables.MeasureKind;

namespace Publish.Pipeline.Audit;

/// <summary>Reads a table release back from its Parquet file, as anyone can.</summary>
internal static class ReadBackTable
{
    /// <summary>Reads the file.</summary>
    /// <param name="connection">A connection that may read it.</param>
    /// <param name="path">The file's full path.</param>
    /// <param name="release">How the certificate describes it.</param>
    /// <param name="protectsRows">Whether a row is a respondent: then counts add up.</param>
    /// <param name="isNeverNegative">Whether the reader knows that no contribution to a column is negative.</param>
    /// <param name="formulaOf">How the reader knows a column to be made.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The table as the attacks take it.</returns>
    public static PublishedTable Read(
        DuckConnection connection,
        string path,
        CertifiedRelease release,
        bool protectsRows,
        Func<string, bool> isNeverNegative,
        Func<CertifiedColumn, MeasureFormula?> formulaOf,
        CancellationToken cancellation)
    {
        if (!release.Columns.All(IsNamedAfterWhatItTells))
        {
            throw new InvalidOperationException("The certificate gives a column another meaning than its name.");
        }

        var names = release.Keys.SelectMany(key => key.Columns).Concat(release.Columns.Select(c => c.Name)).ToArray();
        var keyColumns = release.Keys.Sum(key => key.Columns.Count);
        var labels = names.Take(keyColumns).Append(TableRows.StatusColumn).ToDictionary(n => n, _ => new List<string>(), StringComparer.Ordinal);
        var values = release.Columns.Where(IsNumber).ToDictionary(c => c.Name, _ => new List<Int128?>(), StringComparer.Ordinal);
        var texts = new TextPool();
        using var result = connection.ReadParquet(path, names, cancellation);
        while (result.TryReadChunk(out var chunk))
        {
            for (var column = 0; column < names.Length; column++)
            {
                if (labels.TryGetValue(names[column], out var list))
                {
                    ReadTexts(chunk[column], texts, list);
                }
                else
                {
                    ReadNumbers(chunk[column], values[names[column]]);
                }
            }
        }

        var builder = new PublishedTableBuilder(release.Name, release.TotalMark ?? PublishedTable.DefaultTotalMark);
        foreach (var key in release.Keys)
        {
            builder.Key(key.Name, [.. key.Columns.Select(c => (c, (IReadOnlyList<string>)labels[c]))]);
        }

        foreach (var column in release.Columns.Where(IsNumber))
        {
            builder.Measure(MeasureOf(
                column, values[column.Name], protectsRows, isNeverNegative(column.Name), PerturbationRules.NoiseIn(release), formulaOf(column)));
        }

        return builder.Build(
            labels[TableRows.StatusColumn],
            mayHideZeros: release.Rules.Any(rule => rule.Name == CertificateWriter.ProtectedZeros));
    }

    // A count that a certificate calls a sum would be attacked as one: the threshold would not be looked for.
    private static bool IsNamedAfterWhatItTells(CertifiedColumn column) => column.Kind switch
    {
        "count" => column.Name == "count",
        "sum" => column.Name.EndsWith("_sum", StringComparison.Ordinal),
        "mean" => column.Name.EndsWith("_mean", StringComparison.Ordinal),
        _ => column.Name != "count",
    };

    private static bool IsNumber(CertifiedColumn column) => column.Kind != "status";

    private static PublishedMeasure MeasureOf(
        CertifiedColumn column,
        List<Int128?> values,
        bool protectsRows,
        bool isNonNegative,
        (MeasureNoise Noise, Int128 Unit) counts,
        MeasureFormula? formula) =>
        column.Kind switch
        {
            "count" => new PublishedMeasure(column.Name, MeasureKind.Count, values, isAdditive: protectsRows, roundingUnit: counts.Unit, noise: counts.Noise),
            "sum" => new PublishedMeasure(column.Name, MeasureKind.Sum, values, column.Decimals ?? 0, isNonNegative: isNonNegative),
            _ => new PublishedMeasure(
                column.Name, column.Kind == "mean" ? MeasureKind.Mean : MeasureKind.Derived, values, column.Decimals ?? 0, isAdditive: false, roundingUnit: 1)
            {
                Formula = formula,
            },
        };

    private static void ReadTexts(DuckVector vector, TextPool texts, List<string> list)
    {
        for (var row = 0; row < vector.Count; row++)
        {
            list.Add(vector.IsNull(row) ? "" : texts.Of(vector.Utf8(row)));
        }
    }

    private static void ReadNumbers(DuckVector vector, List<Int128?> list)
    {
        for (var row = 0; row < vector.Count; row++)
        {
            list.Add(vector.IsNull(row) ? null
                : vector.Type.Kind == DuckTypeKind.BigInt ? vector.Values<long>()[row]
                : vector.Unscaled(row));
        }
    }

    // Labels recur in nearly every row; one string a label is kept.
    private sealed class TextPool
    {
        private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

        public string Of(ReadOnlySpan<byte> utf8)
        {
            Span<char> buffer = stackalloc char[256];
            if (utf8.Length > buffer.Length)
            {
                return Encoding.UTF8.GetString(utf8);
            }

            var text = buffer[..Encoding.UTF8.GetChars(utf8, buffer)];
            var pool = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!pool.TryGetValue(text, out var kept))
            {
                kept = text.ToString();
                _texts.Add(kept, kept);
            }

            return kept;
        }
    }
}
