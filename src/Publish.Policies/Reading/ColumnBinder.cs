using Publish.Policies.Columns;
using Publish.Policies.Format;

namespace Publish.Policies.Reading;

/// <summary>Makes a column of a checked section.</summary>
internal static class ColumnBinder
{
    public static ColumnPolicy Bind(string name, Section column, ReadingLog log)
    {
        var type = column["type"].Word(Vocabularies.ColumnType);
        var decimals = type == ColumnType.Decimal
            ? (int)Math.Clamp(column["decimals"].Whole(0), 0, ColumnPolicy.MaximumDecimals)
            : 0;
        return new ColumnPolicy(name, type, column["role"].Word(Vocabularies.ColumnRole))
        {
            Title = column["title"].TextOrNone ?? name,
            Description = column["description"].TextOrNone,
            Required = column["required"].IsTrue,
            Unique = column["unique"].IsTrue,
            Decimals = decimals,
            Minimum = Bound(column, "min", type, decimals, log),
            Maximum = Bound(column, "max", type, decimals, log),
            Pattern = column["pattern"].TextOrNone,
            Values = column["values"].TextsOrNone,
            MissingMarks = column["missing"].TextsOrNone,
            TrueValues = column["trueValues"].TextsOrNone,
            FalseValues = column["falseValues"].TextsOrNone,
            IsSpecialCategory = column["specialCategory"].IsTrue,
        };
    }

    private static long? Bound(Section column, string key, ColumnType type, int decimals, ReadingLog log)
    {
        if (column[key].TextOrNone is not { } text)
        {
            return null;
        }

        if (EncodedValue.TryParse(text, type, decimals, out var value))
        {
            return value;
        }

        log.Judge(column[key].Path, ColumnCodes.BoundType, EncodedValue.Phrase(type, decimals), column["type"].Path, column["decimals"].Path);
        return null;
    }
}
