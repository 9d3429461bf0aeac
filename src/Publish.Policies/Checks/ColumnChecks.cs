using System.Text.RegularExpressions;
using Publish.Policies.Columns;
using Publish.Policies.Format;
using Publish.Policies.Reading;

namespace Publish.Policies.Checks;

/// <summary>Whether each column's rules suit its type, its role and one another.</summary>
internal static class ColumnChecks
{
    private static readonly string[] DefaultTrue = ["true", "True", "TRUE", "1"];
    private static readonly string[] DefaultFalse = ["false", "False", "FALSE", "0"];

    public static void Check(Policy policy, ReadingLog log)
    {
        foreach (var column in policy.Columns)
        {
            var path = PolicyPositions.PathOf("columns", column.Name);
            CheckType(column, path, log);
            CheckBooleanTexts(column, path, log);
            var pattern = CheckPattern(column, path, log);
            CheckValues(policy, column, pattern, path, log);
        }
    }

    private static void CheckType(ColumnPolicy column, string path, ReadingLog log)
    {
        if (column.Minimum > column.Maximum)
        {
            log.Judge(path + "/min", ColumnCodes.BoundOrder, null, path + "/max");
        }

        if ((column.Type == ColumnType.Decimal) != log.IsLocated(path + "/decimals"))
        {
            log.Judge(path + "/decimals", ColumnCodes.Decimals, null, path + "/type");
        }

        if (column.Role == ColumnRole.Measure && column.Type is not (ColumnType.Integer or ColumnType.Decimal))
        {
            log.Judge(path + "/role", ColumnCodes.MeasureType, null, path + "/type");
        }
    }

    private static void CheckBooleanTexts(ColumnPolicy column, string path, ReadingLog log)
    {
        var (trues, falses) = (column.TrueValues, column.FalseValues);
        var areTogether = trues is null == falses is null;
        var areApart = trues is null || falses is null || !trues.Intersect(falses, StringComparer.Ordinal).Any();
        if ((trues ?? falses) is not null && (column.Type != ColumnType.Boolean || !areTogether || !areApart))
        {
            log.Judge(path + (trues is null ? "/falseValues" : "/trueValues"), ColumnCodes.BooleanTexts, null, path + "/type");
        }
    }

    private static Regex? CheckPattern(ColumnPolicy column, string path, ReadingLog log)
    {
        if (column.Pattern is null || log.IsRefused(path + "/pattern"))
        {
            return null;
        }

        const RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        try
        {
            // Alone first: "a)|(?:b" would only balance once it is wrapped.
            _ = new Regex(column.Pattern, options);
            return new Regex($@"\A(?:{column.Pattern})\z", options);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            log.Judge(path + "/pattern", ColumnCodes.Pattern, null);
            return null;
        }
    }

    private static void CheckValues(Policy policy, ColumnPolicy column, Regex? pattern, string path, ReadingLog log)
    {
        var missing = column.MissingMarks ?? policy.File.MissingMarks;
        for (var i = 0; i < column.Values?.Count; i++)
        {
            var value = column.Values[i];
            var unfit = missing.Contains(value, StringComparer.Ordinal) ? "It is a missing mark."
                : pattern?.IsMatch(value) == false ? "It does not match the pattern."
                : !IsOfType(value, column, policy.File.DecimalMark) ? "It is not of the column's type."
                : !IsWithinBounds(value, column, policy.File.DecimalMark) ? "It is outside the bounds."
                : null;
            if (unfit is not null)
            {
                log.Judge($"{path}/values/{i}", ColumnCodes.ValueUnfit, unfit, path + "/type", path + "/decimals", path + "/missing");
            }
        }
    }

    // Dates and timestamps are left to the strict reader, which alone knows the file's formats.
    private static bool IsOfType(string value, ColumnPolicy column, char decimalMark) => column.Type switch
    {
        ColumnType.Integer or ColumnType.Decimal => TryEncode(value, column, decimalMark, out _),
        ColumnType.Boolean => (column.TrueValues ?? DefaultTrue).Concat(column.FalseValues ?? DefaultFalse)
            .Contains(value, StringComparer.Ordinal),
        _ => true,
    };

    private static bool IsWithinBounds(string value, ColumnPolicy column, char decimalMark) =>
        column.Type is not (ColumnType.Integer or ColumnType.Decimal)
        || !TryEncode(value, column, decimalMark, out var encoded)
        || !(encoded < column.Minimum || encoded > column.Maximum);

    private static bool TryEncode(string value, ColumnPolicy column, char decimalMark, out long encoded)
    {
        encoded = 0;
        var mark = column.Type == ColumnType.Decimal ? decimalMark : '\0';
        return !(mark != '.' && value.Contains('.', StringComparison.Ordinal))
            && NumberShape.TryParse(value.Replace(mark, '.'), out var number)
            && EncodedValue.TryScale(number, column.Decimals, out encoded);
    }
}
