using Publish.Policies.Columns;
using Publish.Policies.Format;
using Publish.Policies.Hierarchies;
using Publish.Policies.Releases;

namespace Publish.Policies.Reading;

/// <summary>Makes a release of a checked section.</summary>
internal static class ReleaseBinder
{
    private const string CostCells = "cells";

    public static ReleasePolicy Bind(Section release, Dictionary<string, ColumnPolicy> columns, string? weight) =>
        release["kind"].Text == "records" ? Records(release) : Table(release, columns, weight);

    private static TableRelease Table(Section release, Dictionary<string, ColumnPolicy> columns, string? weight)
    {
        var preset = TablePresets.Find(release["preset"].TextOrNone);
        return new TableRelease(release["name"].Text, release["audience"].Word(Vocabularies.Audience))
        {
            Title = release["title"].TextOrNone ?? release["name"].Text,
            Description = release["description"].TextOrNone,
            By = By(release["by"]),
            Measures = release["measures"].IsGiven
                ? [.. release["measures"].Items.Select(measure => MeasureBinder.Bind(measure, columns, weight))]
                : [new TableMeasure(MeasureKind.Count)],
            Threshold = Math.Max(
                (int)release["threshold"].Whole(1), preset?.Threshold ?? 1),
            Preset = preset,
            Rules = RuleBinder.Bind(release["rules"], preset),
            Rounding = release["rounding"].IsGiven ? Rounding(release["rounding"]) : RoundingOf(preset),
            CellKey = release["cellKey"].IsGiven ? CellKey(release["cellKey"]) : null,
            PublishThreshold = release["publishThreshold"].IsTrue,
            Zeros = release["zeros"].Word(Vocabularies.Zeros),
            GroupKeys = release["groupDisclosure"].Texts,
            CostColumn = release["cost"].TextOrNone is { } cost and not ("count" or CostCells) ? cost : null,
            AreCellsTheCost = release["cost"].TextOrNone == CostCells,
            LevelCosts =
            [
                .. release["levelCosts"].Entries.SelectMany(key =>
                    key.Value.Entries.Select(level => new LevelCost(key.Key, level.Key, level.Value.Number))),
            ],
            TotalMark = release["totalMark"].TextOrNone ?? "Total",
            Chart = release["chart"].IsGiven ? Chart(release["chart"]) : null,
        };
    }

    private static RoundingPolicy? RoundingOf(TablePreset? preset) =>
        preset?.RoundingBase is { } roundingBase ? new RoundingPolicy(RoundingMethod.Conventional, roundingBase, Key: null) : null;

    private static RoundingPolicy Rounding(Section rounding) => new(
        rounding["method"].Word(Vocabularies.Rounding),
        (int)rounding["base"].Whole(RoundingPolicy.LeastBase),
        rounding["key"].TextOrNone);

    private static CellKeyPolicy CellKey(Section cellKey) => new(
        cellKey["table"].Text,
        cellKey["key"].Text,
        (int)cellKey["repeats"].Whole(1),
        cellKey["allowBias"].IsTrue);

    private static TableChart Chart(Section chart) => new(
        chart["kind"].Word(Vocabularies.ChartKind),
        chart["by"].Text,
        chart["measure"].TextOrNone ?? "count",
        chart["split"].TextOrNone);

    private static TableDimension[] By(Section by) =>
    [
        .. by.Items.Select(key => new TableDimension(key.Text, [key.Text, HierarchyPolicy.All])),
        .. by.Entries.Select(entry => new TableDimension(entry.Key, entry.Value.Texts)),
    ];

    private static RecordsRelease Records(Section release) =>
        new(release["name"].Text, release["audience"].Word(Vocabularies.Audience))
        {
            Title = release["title"].TextOrNone ?? release["name"].Text,
            Description = release["description"].TextOrNone,
            Columns = release["columns"].Texts,
            K = (int)release["k"].Whole(RecordsRelease.LeastK),
            Diversity = [.. DiversityRules(release["diversity"]).Select(Diversity)],
            SuppressionLimit = release["suppressionLimit"].Share,
            Metric = release["metric"].Word(Vocabularies.Metric),
            Weights = release["weights"].Entries.ToDictionary(
                entry => entry.Key, entry => (double)(entry.Value.Number ?? 1), StringComparer.Ordinal),
            Levels = release["levels"].Entries.ToDictionary(
                entry => entry.Key, entry => Range(entry.Value), StringComparer.Ordinal),
        };

    /// <summary>One rule or a list of them.</summary>
    public static IEnumerable<Section> DiversityRules(Section diversity) =>
        diversity.Node is Yaml.MappingNode ? [diversity] : diversity.Items;

    private static DiversityRule Diversity(Section rule) => new(
        rule["column"].Text,
        rule["kind"].Word(Vocabularies.Diversity),
        (double)(rule["l"].Number ?? 0),
        (double?)rule["c"].Number);

    private static LevelRange Range(Section range) =>
        range.TextOrNone is { } level ? new LevelRange(level, level)
        : range.Texts is [var finest, .., var coarsest] ? new LevelRange(finest, coarsest)
        : new LevelRange("", "");
}
