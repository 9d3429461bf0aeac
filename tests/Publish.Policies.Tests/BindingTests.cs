using Publish.Policies.Agreements;
using Publish.Policies.Catalogues;
using Publish.Policies.Columns;
using Publish.Policies.Files;
using Publish.Policies.Hierarchies;
using Publish.Policies.Releases;
using Publish.Policies.Translations;

namespace Publish.Policies.Tests;

public sealed class BindingTests
{
    private readonly Policy _tables = Some.Policy(Some.Tables);
    private readonly Policy _records = Some.Policy(Some.Records);

    [Fact]
    public void Names_and_catalogue_are_read()
    {
        Assert.Equal(("northshire-council", "road-casualties"), (_tables.Agency, _tables.Dataset));
        Assert.Equal("Road casualties in Northshire", _tables.Title);
        Assert.Equal("OGL-UK-3.0", _tables.Catalogue.Licence);
        Assert.Equal(new ContactPoint("Road safety team", "roads@northshire.example"), _tables.Catalogue.ContactPoint);
        Assert.Equal(("Northshire Council", "Northshire Open Data"), (_tables.Catalogue.Creator, _tables.Catalogue.Publisher));
        Assert.Equal(UpdateFrequency.Monthly, _tables.Catalogue.UpdateFrequency);
        Assert.Equal(["roads", "casualties"], _tables.Catalogue.Keywords);
        Assert.Equal(["transport"], _tables.Catalogue.Themes);
        Assert.Equal(["Northshire"], _tables.Catalogue.Spatial);
    }

    [Fact]
    public void Translations_are_read()
    {
        Assert.Empty(_tables.Translations);
        var policy = Some.Policy(Some.Tables + """
            translations:
              cy:
                title: Anafusion ffyrdd
                description: Pawb a anafwyd.
                releases:
                  casualties-by-age: { title: Anafusion yn ôl oed, description: Fesul lle }
                columns: { age_band: Band oedran, spend_sum: Gwariant, status: Statws }

            """);
        var welsh = policy.Translations["cy"];
        Assert.Equal(("Anafusion ffyrdd", "Pawb a anafwyd."), (welsh.Title, welsh.Description));
        Assert.Equal(new ReleaseTranslation("Anafusion yn ôl oed", "Fesul lle"), welsh.Releases["casualties-by-age"]);
        Assert.Equal(["Band oedran", "Gwariant", "Statws"], welsh.Columns.Values);
    }

    [Fact]
    public void The_agreement_is_read()
    {
        var agreement = _tables.Agreement!;

        Assert.Equal(("DSA-2026-014", "Road casualty sharing", "1.0"), (agreement.Id, agreement.Name, agreement.Version));
        Assert.Equal(AgreementStatus.Active, agreement.Status);
        Assert.Equal(new LegalGateway("Digital Economy Act 2017", "35", "safer travel"), agreement.Gateway);
        Assert.Equal(("6(1)(e)", "9(2)(j)"), (agreement.LawfulBasis, agreement.SpecialCategory));
        Assert.Equal([Audience.Public, Audience.Partners], agreement.Recipients);
        Assert.Equal(new DisclosedColumn("age", "to compare age groups"), agreement.Discloses[1]);
        Assert.Equal(new RetentionPeriod(1, 2, 25), agreement.Retention);
        Assert.Equal(new ImpactAssessment("DPIA-77", new DateOnly(2026, 1, 10), DpiaOutcome.Approved), agreement.Dpia);
        Assert.Equal((new DateOnly(2026, 1, 15), new DateOnly(2028, 12, 31)), (agreement.Starts, agreement.Ends));
        Assert.Equal([new DateOnly(2027, 1, 15)], agreement.Reviews);
        Assert.Equal(new AgreementContact("Sam Field", "sam@northshire.example"), agreement.Contact);
        Assert.Equal(["Northshire Council"], agreement.Controllers);
        Assert.Equal(["Data Bureau"], agreement.Processors);
        Assert.Equal(("to make roads safer", "fewer casualties", "everyone on the road", "secure upload"), (agreement.Purpose, agreement.Objective, agreement.Benefits, agreement.Method));
        Assert.Equal(["Northshire"], agreement.Areas);
    }

    [Fact]
    public void The_files_format_is_read()
    {
        var file = _tables.File;

        Assert.Equal((FileKind.Csv, FileEncoding.Windows1252, FileCompression.Gzip), (file.Kind, file.Encoding, file.Compression));
        Assert.Equal((';', ','), (file.Delimiter, file.DecimalMark));
        Assert.Equal(("dd/MM/yyyy", "yyyy-MM-dd HH:mm"), (file.DateFormat, file.TimestampFormat));
        Assert.Equal(["", "NA"], file.MissingMarks);
        Assert.Equal((4096, 1_000_000L), (file.MaximumRecordBytes, file.MaximumBytes));
    }

    [Fact]
    public void What_is_not_declared_has_its_default()
    {
        var file = _records.File;

        Assert.Equal((FileKind.Csv, FileEncoding.Utf8, FileCompression.None), (file.Kind, file.Encoding, file.Compression));
        Assert.Equal((',', '.', "yyyy-MM-dd", null), (file.Delimiter, file.DecimalMark, file.DateFormat, file.TimestampFormat));
        Assert.Equal([""], file.MissingMarks);
        Assert.Equal((1 << 20, 1L << 40), (file.MaximumRecordBytes, file.MaximumBytes));
        Assert.Equal("Northshire Council", _records.Catalogue.Publisher);
        Assert.Equal(UpdateFrequency.Irregular, _records.Catalogue.UpdateFrequency);
        Assert.Null(_records.RespondentColumn);
        Assert.Equal(("sex", null, null), (_records.Column("sex")!.Title, _records.Column("sex")!.Minimum, _records.Column("sex")!.Values));
    }

    [Theory]
    [InlineData("tab", '\t')]
    [InlineData("\"\\t\"", '\t')]
    [InlineData("'|'", '|')]
    public void Delimiters_can_be_named_or_written(string written, char delimiter) =>
        Assert.Equal(delimiter, Some.Policy(Some.With(Some.Tables, "delimiter: \";\"", "delimiter: " + written)).File.Delimiter);

    [Fact]
    public void Columns_keep_their_order_and_rules()
    {
        Assert.Equal("person_id", _tables.RespondentColumn);
        Assert.Equal(
            ["person_id", "age", "district", "sex", "sic", "visited", "postcode", "spend", "illness", "seen", "rate", "hurt", "note"],
            _tables.Columns.Select(column => column.Name));
        var person = _tables.Column("person_id")!;
        Assert.Equal((ColumnType.Text, ColumnRole.Identifier, true, true), (person.Type, person.Role, person.Required, person.Unique));
        var age = _tables.Column("age")!;
        Assert.Equal((0L, 120L, "Age", "Age in years"), (age.Minimum!.Value, age.Maximum!.Value, age.Title, age.Description));
        Assert.Equal(["E01", "E02"], _tables.Column("district")!.Values);
        Assert.Equal("E\\d{2}", _tables.Column("district")!.Pattern);
        Assert.Equal(["unknown"], _tables.Column("postcode")!.MissingMarks);
        Assert.Equal((2, -1050L, 9_999_999L), (_tables.Column("spend")!.Decimals, _tables.Column("spend")!.Minimum!.Value, _tables.Column("spend")!.Maximum!.Value));
        Assert.True(_tables.Column("illness")!.IsSpecialCategory);
        Assert.Equal((18262L, 22279L), (_tables.Column("visited")!.Minimum!.Value, _tables.Column("visited")!.Maximum!.Value));
        Assert.Equal(1_577_836_800_000_000L, _tables.Column("seen")!.Minimum);
        Assert.Equal(["ja"], _tables.Column("hurt")!.TrueValues);
        Assert.Equal(["nein"], _tables.Column("hurt")!.FalseValues);
    }

    [Fact]
    public void Hierarchies_have_named_or_derived_levels()
    {
        Assert.Equal(["age", "age_band", "age_group", "all"], _tables.LevelsOf("age"));
        Assert.Equal(["rate", "rate_0.5", "rate_1", "rate_5", "all"], _tables.LevelsOf("rate"));
        Assert.Equal(["district", "region", "country", "all"], _tables.LevelsOf("district"));
        Assert.Equal(["visited", "visited_month", "visited_quarter", "visited_year", "all"], _tables.LevelsOf("visited"));
        Assert.Equal(["seen", "seen_on", "seen_in", "all"], _tables.LevelsOf("seen"));
        Assert.Equal(["sex", "all"], _tables.LevelsOf("sex"));
        Assert.Equal([[0L, 18, 30, 45, 65], [0, 18, 65]], Assert.IsType<IntervalsHierarchy>(_tables.Hierarchies["age"]).Bounds);
        Assert.Equal([5L, 10, 50], Assert.IsType<StepsHierarchy>(_tables.Hierarchies["rate"]).Steps);
        Assert.Equal([4, 2, 1], Assert.IsType<PrefixHierarchy>(_tables.Hierarchies["sic"]).Lengths);
        Assert.Equal([CalendarPeriod.Day, CalendarPeriod.Year], Assert.IsType<DatesHierarchy>(_tables.Hierarchies["seen"]).Periods);
        Assert.Equal(
            [PostcodePart.Sector, PostcodePart.District, PostcodePart.Area],
            Assert.IsType<PostcodesHierarchy>(_tables.Hierarchies["postcode"]).Parts);
        Assert.Equal(["districts.csv"], _tables.HierarchyFiles);
    }

    [Fact]
    public void A_plain_list_of_intervals_is_one_level()
    {
        var policy = Some.Policy(Some.With(Some.Records, "{ steps: [5, 10] }", "{ intervals: [0, 18] }")
            .Replace("age_5", "age_band", StringComparison.Ordinal));

        Assert.Equal(["age", "age_band", "all"], policy.LevelsOf("age"));
    }

    [Fact]
    public void Tables_are_read()
    {
        var (byAge, byMonth) = (_tables.Tables.First(), _tables.Tables.Last());

        Assert.Equal(("casualties-by-age", Audience.Public, "Casualties by age", "By age and place"), (byAge.Name, byAge.Audience, byAge.Title, byAge.Description));
        Assert.Equal(["age", "district", "sex"], byAge.By.Select(dimension => dimension.Key));
        Assert.Equal(["region", "all"], byAge.By[1].Levels);
        Assert.Equal([new(MeasureKind.Count), new(MeasureKind.Sum, "spend", 2), new(MeasureKind.Mean, "spend", 1)], byAge.Measures);
        Assert.Equal(["count", "spend_sum", "spend_mean"], byAge.Measures.Select(measure => measure.Name));
        Assert.Equal((5, true, ZeroCells.Protected, "spend", "Everyone"), (byAge.Threshold, byAge.PublishThreshold, byAge.Zeros, byAge.CostColumn, byAge.TotalMark));
        Assert.Equal([["visited", "all"], ["hurt", "all"]], byMonth.By.Select(dimension => dimension.Levels));
        Assert.Equal([new(MeasureKind.Count)], byMonth.Measures);
        Assert.Equal((10, false, ZeroCells.Published, null, "Total"), (byMonth.Threshold, byMonth.PublishThreshold, byMonth.Zeros, byMonth.CostColumn, byMonth.TotalMark));
        Assert.Equal("casualties-by-month", byMonth.Title);
        Assert.Equal((null, new TableChart(ChartKind.Line, "visited")), (byAge.Chart, byMonth.Chart));
    }

    [Fact]
    public void Records_are_read()
    {
        var records = Assert.Single(_records.Records);

        Assert.Equal(["age", "sex", "illness", "income"], records.Columns);
        Assert.Equal((5, 0.02m, LossMetricKind.Entropy), (records.K, records.SuppressionLimit, records.Metric));
        Assert.Equal(
            [new("illness", DiversityKind.Recursive, 3, 2.5), new("income", DiversityKind.Entropy, 2.5)],
            records.Diversity);
        Assert.Equal(2, records.Weights["age"]);
        Assert.Equal(new LevelRange("age_5", "all"), records.Levels["age"]);
        Assert.Equal(new LevelRange("sex", "sex"), records.Levels["sex"]);
    }

    [Fact]
    public void A_single_diversity_rule_needs_no_list()
    {
        var text = Some.With(Some.Records, "\n      - { column: illness, kind: recursive, l: 3, c: 2.5 }\n      - { column: income, kind: entropy, l: 2.5 }", " { column: illness, kind: distinct, l: 3 }");

        Assert.Equal([new("illness", DiversityKind.Distinct, 3)], Some.Policy(text).Records.Single().Diversity);
    }

    [Fact]
    public void Later_findings_can_point_into_the_policy()
    {
        Assert.Equal("road-casualties.yaml:4:10", _tables.Positions.Place("dataset"));
        Assert.Equal("road-casualties.yaml:65:3", _tables.Positions.Place("columns", "age"));
        Assert.Equal("road-casualties.yaml:65:41", _tables.Positions.Place("columns", "age", "min"));
        Assert.Equal(_tables.Positions.Place("columns", "age"), _tables.Positions.Place("columns", "age", "pattern"));
    }

    [Fact]
    public void Positions_stand_for_names_with_any_character()
    {
        var policy = Some.Policy(Some.Records.Replace("income", "'a/b~1'", StringComparison.Ordinal));

        Assert.Equal("road-casualties.yaml:15:3", policy.Positions.Place("columns", "a/b~1"));
        Assert.Equal("a/b~1", policy.Records.Single().Columns[3]);
    }
}
