using Publish.Csv;
using Publish.Duck;

namespace Publish.Pipeline.Staging;

/// <summary>A published column of a records release.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Column">The column of the upload it comes from.</param>
/// <param name="Key">The place of its key in the release, or <see langword="null"/> for a sensitive column.</param>
/// <param name="Labelled">Whether labels are published (a key above as collected) rather than the values.</param>
/// <param name="CellType">The type of the upload's column.</param>
/// <param name="Decimals">Decimals of the upload's column.</param>
internal sealed record RecordsColumn(string Name, int Column, int? Key, bool Labelled, CellType CellType, int Decimals)
{
    /// <summary>The published type.</summary>
    public DuckType Type => Labelled ? DuckType.Varchar : CellType switch
    {
        CellType.Text => DuckType.Varchar,
        CellType.Integer => DuckType.BigInt,
        CellType.Decimal => DuckType.Decimal(PublishedNumber.MaximumDigits, Decimals),
        CellType.Boolean => DuckType.Boolean,
        CellType.Date => DuckType.Date,
        _ => DuckType.Timestamp,
    };
}
