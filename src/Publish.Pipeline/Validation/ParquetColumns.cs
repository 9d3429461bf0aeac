using System.Globalization;
using Publish.Codes;
using Publish.Csv;
using Publish.Duck;

namespace Publish.Pipeline.Validation;

/// <summary>Compares the columns of a Parquet file with the declared ones.</summary>
internal static class ParquetColumns
{
    /// <summary>Checks that every declared column is there with its type, and no other.</summary>
    /// <param name="there">The file's columns.</param>
    /// <param name="declared">The declared columns.</param>
    /// <returns>The faults; names of undeclared columns are not repeated.</returns>
    public static IReadOnlyList<FaultGroup> Check(IReadOnlyList<DuckColumn> there, IReadOnlyList<CsvColumn> declared)
    {
        var findings = new List<Finding>();
        foreach (var column in declared)
        {
            var found = there.FirstOrDefault(c => c.Name == column.Name);
            if (found is null)
            {
                findings.Add(new Finding(CsvCodes.MissingLabel, $"column '{column.Name}'"));
            }
            else if (!Fits(found.Type, column))
            {
                findings.Add(new Finding(
                    ValidationCodes.ParquetColumnType,
                    $"column '{column.Name}'",
                    $"Declared as {column.Type}, written as {found.Type.Kind}."));
            }
        }

        for (var i = 0; i < there.Count; i++)
        {
            if (declared.All(c => c.Name != there[i].Name))
            {
                findings.Add(new Finding(
                    CsvCodes.ExtraLabel, string.Create(CultureInfo.InvariantCulture, $"column {i + 1} of the file")));
            }
        }

        return [.. findings.GroupBy(f => f.Code).Select(g => new FaultGroup(g.Key, null, g.Count(), [.. g], []))];
    }

    private static bool Fits(DuckType type, CsvColumn column) => column.Type switch
    {
        CellType.Text => type.Kind == DuckTypeKind.Varchar,
        CellType.Integer => IsInteger(type.Kind),
        CellType.Decimal => IsInteger(type.Kind) || (type.Kind == DuckTypeKind.DecimalNumber && type.Scale <= column.Scale),
        CellType.Boolean => type.Kind == DuckTypeKind.Boolean,
        CellType.Date => type.Kind == DuckTypeKind.Date,
        _ => type.Kind is DuckTypeKind.Timestamp or DuckTypeKind.TimestampWithZone,
    };

    private static bool IsInteger(DuckTypeKind kind) => kind
        is DuckTypeKind.TinyInt or DuckTypeKind.SmallInt or DuckTypeKind.Integer or DuckTypeKind.BigInt
        or DuckTypeKind.UnsignedTinyInt or DuckTypeKind.UnsignedSmallInt or DuckTypeKind.UnsignedInteger;
}
