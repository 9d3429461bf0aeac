using Publish.Policies.Agreements;
using Publish.Policies.Catalogues;
using Publish.Policies.Columns;
using Publish.Policies.Files;
using Publish.Policies.Hierarchies;
using Publish.Policies.Releases;

namespace Publish.Policies.Format;

/// <summary>The format's words for every enumeration.</summary>
internal static class Vocabularies
{
    public static readonly Vocabulary<AgreementStatus> AgreementStatus = new(
        ("draft", Agreements.AgreementStatus.Draft),
        ("active", Agreements.AgreementStatus.Active),
        ("suspended", Agreements.AgreementStatus.Suspended),
        ("ended", Agreements.AgreementStatus.Ended));

    public static readonly Vocabulary<DpiaOutcome> DpiaOutcome = new(
        ("pending", Agreements.DpiaOutcome.Pending),
        ("approved", Agreements.DpiaOutcome.Approved),
        ("not-required", Agreements.DpiaOutcome.NotRequired),
        ("refused", Agreements.DpiaOutcome.Refused));

    public static readonly Vocabulary<RegisterReach> RegisterReach = new(
        ("audience", Agreements.RegisterReach.Audience),
        ("public", Agreements.RegisterReach.Public));

    public static readonly Vocabulary<Audience> Audience = new(
        ("public", Releases.Audience.Public),
        ("partners", Releases.Audience.Partners),
        ("agencies", Releases.Audience.Agencies));

    public static readonly Vocabulary<FileKind> FileKind = new(
        ("csv", Files.FileKind.Csv),
        ("parquet", Files.FileKind.Parquet));

    public static readonly Vocabulary<FileEncoding> Encoding = new(
        ("utf-8", FileEncoding.Utf8),
        ("utf-16", FileEncoding.Utf16),
        ("utf-16le", FileEncoding.Utf16LittleEndian),
        ("utf-16be", FileEncoding.Utf16BigEndian),
        ("latin-1", FileEncoding.Latin1),
        ("windows-1252", FileEncoding.Windows1252));

    public static readonly Vocabulary<FileCompression> Compression = new(
        ("none", FileCompression.None),
        ("gzip", FileCompression.Gzip),
        ("zstd", FileCompression.Zstd));

    public static readonly Vocabulary<ColumnType> ColumnType = new(
        ("text", Columns.ColumnType.Text),
        ("integer", Columns.ColumnType.Integer),
        ("decimal", Columns.ColumnType.Decimal),
        ("boolean", Columns.ColumnType.Boolean),
        ("date", Columns.ColumnType.Date),
        ("timestamp", Columns.ColumnType.Timestamp));

    public static readonly Vocabulary<ColumnRole> ColumnRole = new(
        ("key", Columns.ColumnRole.Key),
        ("sensitive", Columns.ColumnRole.Sensitive),
        ("measure", Columns.ColumnRole.Measure),
        ("identifier", Columns.ColumnRole.Identifier),
        ("drop", Columns.ColumnRole.Drop));

    public static readonly Vocabulary<CalendarPeriod> CalendarPeriod = new(
        ("day", Hierarchies.CalendarPeriod.Day),
        ("month", Hierarchies.CalendarPeriod.Month),
        ("quarter", Hierarchies.CalendarPeriod.Quarter),
        ("year", Hierarchies.CalendarPeriod.Year));

    public static readonly Vocabulary<PostcodePart> PostcodePart = new(
        ("sector", Hierarchies.PostcodePart.Sector),
        ("district", Hierarchies.PostcodePart.District),
        ("area", Hierarchies.PostcodePart.Area));

    public static readonly Vocabulary<ZeroCells> Zeros = new(
        ("published", ZeroCells.Published),
        ("protected", ZeroCells.Protected));

    public static readonly Vocabulary<ConstantCells> Constants = new(
        ("protected", ConstantCells.Protected),
        ("published", ConstantCells.Published));

    public static readonly Vocabulary<ChartKind> ChartKind = new(
        ("bar", Releases.ChartKind.Bar),
        ("line", Releases.ChartKind.Line));

    public static readonly Vocabulary<RoundingMethod> Rounding = new(
        ("conventional", RoundingMethod.Conventional),
        ("random", RoundingMethod.Random),
        ("small-count", RoundingMethod.SmallCount));

    public static readonly Vocabulary<DiversityKind> Diversity = new(
        ("distinct", DiversityKind.Distinct),
        ("entropy", DiversityKind.Entropy),
        ("recursive", DiversityKind.Recursive));

    public static readonly Vocabulary<LossMetricKind> Metric = new(
        ("loss", LossMetricKind.Loss),
        ("entropy", LossMetricKind.Entropy),
        ("discernibility", LossMetricKind.Discernibility),
        ("classSize", LossMetricKind.ClassSize),
        ("precision", LossMetricKind.Precision),
        ("height", LossMetricKind.Height));

    public static readonly Vocabulary<UpdateFrequency> UpdateFrequency = new(
        ("irregular", Catalogues.UpdateFrequency.Irregular),
        ("triennial", Catalogues.UpdateFrequency.Triennial),
        ("biennial", Catalogues.UpdateFrequency.Biennial),
        ("annual", Catalogues.UpdateFrequency.Annual),
        ("semiannual", Catalogues.UpdateFrequency.Semiannual),
        ("threeTimesAYear", Catalogues.UpdateFrequency.ThreeTimesAYear),
        ("quarterly", Catalogues.UpdateFrequency.Quarterly),
        ("bimonthly", Catalogues.UpdateFrequency.Bimonthly),
        ("monthly", Catalogues.UpdateFrequency.Monthly),
        ("semimonthly", Catalogues.UpdateFrequency.Semimonthly),
        ("biweekly", Catalogues.UpdateFrequency.Biweekly),
        ("threeTimesAMonth", Catalogues.UpdateFrequency.ThreeTimesAMonth),
        ("weekly", Catalogues.UpdateFrequency.Weekly),
        ("semiweekly", Catalogues.UpdateFrequency.Semiweekly),
        ("threeTimesAWeek", Catalogues.UpdateFrequency.ThreeTimesAWeek),
        ("daily", Catalogues.UpdateFrequency.Daily),
        ("continuous", Catalogues.UpdateFrequency.Continuous));
}
