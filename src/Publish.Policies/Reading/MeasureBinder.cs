using Publish.Policies.Columns;
using Publish.Policies.Releases;

namespace Publish.Policies.Reading;

/// <summary>Makes a measure of a checked section.</summary>
internal static class MeasureBinder
{
    /// <summary>The word for the number of respondents.</summary>
    public const string Count = "count";

    private const int DecimalsOfShare = 1;

    /// <summary>The key that names a measure of a kind.</summary>
    public static string KeyOf(MeasureKind kind) => kind switch
    {
        MeasureKind.Sum => "sum",
        MeasureKind.Mean => "mean",
        MeasureKind.Ratio => "ratio",
        MeasureKind.Share => "share",
        _ => "quantile",
    };

    public static TableMeasure Bind(Section measure, Dictionary<string, ColumnPolicy> columns, string? weight)
    {
        MeasureKind[] kinds = [MeasureKind.Sum, MeasureKind.Mean, MeasureKind.Ratio, MeasureKind.Share, MeasureKind.Quantile];
        var kind = kinds.FirstOrDefault(kind => measure[KeyOf(kind)].IsGiven);
        if (kind == MeasureKind.Count)
        {
            return new TableMeasure(MeasureKind.Count);
        }

        var named = measure[KeyOf(kind)];
        var column = kind == MeasureKind.Ratio ? named.Texts.FirstOrDefault("") : named.Text;
        var decimals = columns.GetValueOrDefault(column)?.Decimals ?? (kind == MeasureKind.Share ? DecimalsOfShare : 0);
        if (kind == MeasureKind.Sum && weight is not null && weight != column)
        {
            decimals += columns.GetValueOrDefault(weight)?.Decimals ?? 0;
        }

        return new TableMeasure(
            kind,
            kind == MeasureKind.Share && column == Count ? null : column,
            (int)measure["decimals"].Whole(decimals))
        {
            Denominator = kind == MeasureKind.Ratio ? named.Texts.ElementAtOrDefault(1) : null,
            Of = measure["of"].TextOrNone,
            At = measure["at"].Number ?? 0,
        };
    }
}
