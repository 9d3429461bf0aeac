using Publish.Codes;
using Publish.Disclosure.Hierarchies;
using Publish.Pipeline.Admission;

namespace Publish.Pipeline.Grouping;

/// <summary>The hierarchy a policy declares for a key, with the policy's names for its levels.</summary>
internal sealed class KeyLevels : IKeyLevels
{
    /// <summary>The name of the level that joins everything.</summary>
    public const string Top = HierarchyPolicy.All;

    private static readonly string[] Booleans = ["false", "true"];

    // Codes that speak of the values; any other speaks of the policy and is not caught here.
    private static readonly Code[] OfValues =
    [
        Disclosure.Hierarchies.HierarchyCodes.OutsideIntervals,
        Disclosure.Hierarchies.HierarchyCodes.MissingCode,
        Disclosure.Hierarchies.HierarchyCodes.NotAPostcode,
        Disclosure.Hierarchies.HierarchyCodes.LabelClash,
    ];

    private readonly ColumnPolicy _column;
    private readonly HierarchyPolicy? _hierarchy;
    private readonly IReadOnlyList<string> _levelNames;
    private readonly Dictionary<string, string[]> _rowOf;
    private readonly DeclaredDomain? _domain;

    private KeyLevels(AdmittedUpload upload, ColumnPolicy column)
    {
        _column = column;
        _hierarchy = upload.Policy.Hierarchies.GetValueOrDefault(column.Name);
        _levelNames = upload.Policy.LevelsOf(column.Name);
        var rows = _hierarchy is LevelsHierarchy levels ? upload.LevelFiles[levels.File] : [];
        _rowOf = rows.ToDictionary(row => row[0], StringComparer.Ordinal);
        _domain = _hierarchy is LevelsHierarchy ? new DeclaredDomain(rows, _hierarchy.LevelNames.Count) : null;
    }

    /// <summary>The levels of a column.</summary>
    /// <param name="upload">The admitted upload.</param>
    /// <param name="column">The column.</param>
    /// <returns>Its hierarchy; as collected and all where the policy declares none.</returns>
    public static KeyLevels Of(AdmittedUpload upload, ColumnPolicy column) => new(upload, column);

    /// <inheritdoc />
    public KeyHierarchy? Build(string[] texts, bool hasMissing) =>
        Build(new TextValues(_column.Name, texts, MissingLabel(hasMissing)));

    /// <inheritdoc />
    public KeyHierarchy? Build(long[] numbers, bool hasMissing) =>
        Build(_column.Type == ColumnType.Boolean
            ? new TextValues(_column.Name, [.. numbers.Select(n => Booleans[n])], MissingLabel(hasMissing))
            : new OrderedValues(_column.Name, numbers, Format(), MissingLabel(hasMissing)));

    private static string? MissingLabel(bool hasMissing) => hasMissing ? PublishedText.Missing : null;

    private KeyHierarchy? Build(KeyValues values)
    {
        try
        {
            return Named(values, _hierarchy switch
            {
                IntervalsHierarchy intervals => IntervalHierarchy.Build((OrderedValues)values, Intervals(intervals)),
                StepsHierarchy steps => StepHierarchy.Build((OrderedValues)values, steps.Steps),
                Policies.Hierarchies.PrefixHierarchy prefix => Disclosure.Hierarchies.PrefixHierarchy.Build((TextValues)values, prefix.Lengths),
                DatesHierarchy dates => DateHierarchy.Build((OrderedValues)values, [.. dates.Periods.Select(PartOf)]),
                PostcodesHierarchy postcodes => Parts(PostcodeHierarchy.Build((TextValues)values), postcodes),
                LevelsHierarchy => TableHierarchy.Build(values, RowsOf(values), _hierarchy.LevelNames),
                _ => PlainHierarchy.Build(values),
            });
        }
        catch (CodedException e) when (e.Findings.All(f => OfValues.Contains(f.Code)))
        {
            return null;
        }
    }

    private ValueFormat Format() => _column.Type switch
    {
        ColumnType.Integer => ValueFormat.WholeNumber,
        ColumnType.Decimal => ValueFormat.DecimalNumber(_column.Decimals),
        ColumnType.Date => ValueFormat.Date,
        _ => ValueFormat.Timestamp,
    };

    private KeyHierarchy Named(KeyValues values, KeyHierarchy hierarchy) =>
        new(hierarchy.Key, [.. hierarchy.Levels.Select((level, i) => level with
        {
            Name = _levelNames[i],
            DomainValues = level.CategoryCount == 0 ? null : _domain?.ValuesOf(hierarchy, i, values.Missing is not null),
        })]);

    // A band below the first bound and one from the last bound on: every number has its place.
    private static IntervalLevel[] Intervals(IntervalsHierarchy intervals) =>
        [.. intervals.Bounds.Select((bounds, i) =>
            new IntervalLevel(intervals.LevelNames[i], bounds, IsOpenBelow: true, IsOpenAbove: true))];

    private static DatePart PartOf(CalendarPeriod period) => period switch
    {
        CalendarPeriod.Day => DatePart.Day,
        CalendarPeriod.Month => DatePart.Month,
        CalendarPeriod.Quarter => DatePart.Quarter,
        _ => DatePart.Year,
    };

    // The parsed parts are as collected, unit, sector, district, area, all.
    private static KeyHierarchy Parts(KeyHierarchy all, PostcodesHierarchy postcodes) =>
        new(all.Key, [all.Levels[0], .. postcodes.Parts.Select(part => all.Levels[2 + (int)part]), all.Levels[all.Top]]);

    // Only the rows of these values, for speed; where there are none, one row stands for the file, which is never empty.
    private string[][] RowsOf(KeyValues values)
    {
        string[][] rows =
        [
            .. Enumerable.Range(0, values.ValueCount)
                .Select(value => _rowOf.GetValueOrDefault(values.Text(value)))
                .OfType<string[]>(),
        ];
        return rows.Length > 0 ? rows : [_rowOf.Values.First()];
    }
}
