namespace Publish.Duck;

/// <summary>What a Parquet file says of itself.</summary>
/// <param name="Columns">Its columns in order. Names are as DuckDB makes them: a repeated one gets a number.</param>
/// <param name="Rows">Its rows.</param>
public sealed record ParquetSchema(IReadOnlyList<DuckColumn> Columns, long Rows);
