namespace Publish.Policies.Tests;

/// <summary>One mistake a test, made in a right policy: it is found where it stands, and nothing else is said.</summary>
public sealed class FindingPlaceTests
{
    /// <summary>Code; the place to edit; what stands there instead, with a mark where the finding points.</summary>
    public static TheoryData<string, string, string> MistakesInTables => new()
    {
        // The text
        { "policy-yaml", "title: Road casualties in Northshire\n", "title: [a: b¦: c\n" },
        { "policy-documents", "agency: northshire-council", "agency: northshire-council\n¦--- x" },
        { "policy-alias", "title: Road casualties in Northshire", "title: ¦&t Road" },
        { "policy-alias", "title: Road casualties in Northshire", "title: ¦*t" },
        { "policy-alias", "  sic: { type: text, role: key }", "  sic: { ¦<<: { type: text }, type: text, role: key }" },
        { "policy-tag", "title: Road casualties in Northshire", "title: ¦!!str Road" },
        { "policy-too-deep", "theme: [transport]", "theme: [[[[[[[[[[[[[[[¦[x]]]]]]]]]]]]]]]]" },
        { "policy-key-kind", "theme: [transport]", "¦[a, b]: c" },
        { "policy-duplicate-key", "title: Road casualties in Northshire", "title: Road\n¦title: Road" },
        { "policy-duplicate-key", "sex: { type: text,", "sex: { type: text, ¦type: text," },

        // Keys and values
        { "policy-unknown-key", "    threshold: 10", "    ¦treshold: 10" },
        { "policy-unknown-key", "keyword: [roads, casualties]", "¦keywords: [roads, casualties]" },
        { "policy-unknown-key", "title: Road casualties in Northshire", "title: Road\n¦colour: red" },
        { "policy-missing-key", "agency: northshire-council\n", "" },
        { "policy-missing-key", "  sic: { type: text, role: key }", "  ¦sic: { type: text }" },
        { "policy-missing-key", "  - name: casualties-by-month\n    kind: table", "  - ¦name: casualties-by-month" },
        { "policy-no-value", "title: Road casualties in Northshire", "¦title:" },
        { "policy-no-value", "title: Road casualties in Northshire", "title: ¦~" },
        { "policy-no-value", "missing: [\"\", NA]", "missing: [\"\", ¦null]" },
        { "policy-value-kind", "title: Road casualties in Northshire", "¦title: [Road]" },
        { "policy-value-kind", "threshold: 10", "threshold: ¦ten" },
        { "policy-value-kind", "threshold: 10", "threshold: ¦\"10\"" },
        { "policy-value-kind", "threshold: 10", "threshold: ¦10.5" },
        { "policy-value-kind", "publishThreshold: true", "publishThreshold: ¦yes" },
        { "policy-value-choice", "status: active", "status: ¦actve" },
        { "policy-value-choice", "zeros: protected", "zeros: ¦hidden" },
        { "policy-value-choice", "    kind: table\n    audience: public\n    by: [visited", "    kind: ¦tables\n    audience: public\n    by: [visited" },
        { "policy-translation-of-nothing", "title: Road casualties in Northshire\n", "title: Road\ntranslations: {cy: {title: Y, description: D, releases: {¦casualties: {title: C}}}}\n" },
        { "policy-translation-of-nothing", "title: Road casualties in Northshire\n", "title: Road\ntranslations: {cy: {title: Y, description: D, columns: {age_band: Oed, spent: ¦Gwariant}}}\n" },
        { "policy-missing-key", "title: Road casualties in Northshire\n", "title: Road\ntranslations: {¦cy: {title: Y}}\n" },
        { "policy-value-form", "title: Road casualties in Northshire\n", "title: Road\ntranslations: {¦Welsh: {title: Y, description: D}}\n" },
        { "policy-value-form", "agency: northshire-council", "agency: ¦Northshire Council" },
        { "policy-value-form", "dataset: road-casualties", "dataset: ¦\"road-casualties\\n\"" },
        { "policy-value-form", "starts: 2026-01-15", "starts: ¦2026-02-30" },
        { "policy-value-form", "retention: P1Y2M3W4D", "retention: ¦PT12H" },
        { "policy-value-form", "retention: P1Y2M3W4D", "retention: ¦P" },
        { "policy-value-form", "lawfulBasis: 6(1)(e)", "lawfulBasis: ¦public task" },
        { "policy-value-form", "delimiter: \";\"", "delimiter: ¦ab" },
        { "policy-value-form", "delimiter: \";\"", "delimiter: ¦a" },
        { "policy-value-form", "file: districts.csv", "file: ¦../districts.csv" },
        { "policy-value-form", "file: districts.csv", "file: ¦/etc/districts.csv" },
        { "policy-value-form", "file: districts.csv", "file: ¦'..\\districts.csv'" },
        { "policy-value-form", "email: sam@northshire.example", "email: ¦sam" },
        { "policy-value-form", "  note: {", "  ¦\"no\\tte\": {" },
        { "policy-value-range", "threshold: 10", "threshold: ¦0" },
        { "policy-threshold-of-one", "threshold: 10", "threshold: ¦1" },
        { "policy-value-range", "policy: 1\n", "policy: ¦2\n" },
        { "policy-value-range", "maximumRecordBytes: 4096", "maximumRecordBytes: ¦63" },
        { "policy-length", "controllers: [Northshire Council]", "¦controllers: []" },
        { "policy-repeated-item", "keyword: [roads, casualties]", "keyword: [roads, ¦roads]" },
        { "policy-exactly-one", "sic: { prefix: [4, 2, 1] }", "¦sic: { prefix: [4, 2, 1], steps: [1] }" },
        { "policy-exactly-one", "{ sum: spend }", "¦{ decimals: 1 }" },

        // File
        { "policy-date-format", "dateFormat: dd/MM/yyyy", "dateFormat: ¦dd/mm/yyyy" },
        { "policy-date-format", "dateFormat: dd/MM/yyyy", "dateFormat: ¦dd/MM" },
        { "policy-timestamp-format", "timestampFormat: yyyy-MM-dd HH:mm", "timestampFormat: ¦yyyy-MM-dd hh:mm" },

        // Columns
        { "policy-bound-type", "min: 0, max: 120", "min: ¦0.5, max: 120" },
        { "policy-bound-type", "min: 2020-01-01, max", "min: ¦01/01/2020, max" },
        { "policy-bound-type", "max: 99999.99", "max: ¦99999.999" },
        { "policy-bound-type", "sic: { type: text,", "sic: { type: text, min: ¦1," },
        { "policy-bound-order", "min: 0, max: 120", "min: ¦121, max: 120" },
        { "policy-pattern", "pattern: 'E\\d{2}'", "pattern: ¦'E(\\d{2}'" },
        { "policy-pattern", "pattern: 'E\\d{2}'", "pattern: ¦'(?=E)E\\d{2}'" },
        { "policy-pattern", "pattern: 'E\\d{2}'", "pattern: ¦'E\\d{2})|(?:E\\d\\d'" },
        { "policy-value-unfit", "values: [E01, E02]", "values: [E01, ¦E2]" },
        { "policy-value-unfit", "values: [f, m, x]", "values: [f, m, ¦NA]" },
        { "policy-value-unfit", "min: 0, max: 120,", "min: 0, max: 120, values: [1, ¦121]," },
        { "policy-value-unfit", "min: 0, max: 120,", "min: 0, max: 120, values: [1, ¦01]," },
        { "policy-value-unfit", "decimals: 1, role: key", "decimals: 1, values: ['1,5', ¦1.5], role: key" },
        { "policy-decimals", "rate: { type: decimal, decimals: 1, role", "¦rate: { type: decimal, role" },
        { "policy-decimals", "sic: { type: text,", "sic: { type: text, decimals: ¦2," },
        { "policy-boolean-texts", "trueValues: [ja], falseValues: [nein]", "¦trueValues: [ja]" },
        { "policy-boolean-texts", "trueValues: [ja], falseValues: [nein]", "¦trueValues: [ja], falseValues: [nein, ja]" },
        { "policy-measure-type", "note: { type: text, role: drop }", "note: { type: text, role: ¦measure }" },
        { "policy-respondent", "role: identifier, required: true", "role: drop, required: true" },
        { "policy-unknown-column", "respondent: person_id", "respondent: person_id\nholding: ¦trust" },
        { "policy-release-role", "respondent: person_id", "respondent: person_id\nholding: ¦sex" },
        { "policy-unknown-column", "respondent: person_id", "respondent: ¦personid" },
        { "policy-unknown-column", "    rate: to compare", "    rates: ¦to compare" },
        { "policy-unknown-column", "  rate: { steps", "  ¦rat: { steps" },
        { "policy-unknown-column", "by: [visited, hurt]", "by: [visited, ¦hrut]" },
        { "policy-special-category", "  specialCategory: 9(2)(j)\n", "" },

        // Hierarchies
        { "policy-hierarchy-column", "sic: { type: text, role: key }", "sic: { type: text, role: sensitive }" },
        { "policy-hierarchy-type", "sic: { prefix: [4, 2, 1] }", "¦sic: { steps: [4] }" },
        { "policy-hierarchy-type", "sic: { prefix: [4, 2, 1] }", "¦sic: { dates: [year] }" },
        { "policy-hierarchy-type", "visited: { dates: [month,", "¦visited: { dates: [day, month," },
        { "policy-hierarchy-type", "sic: { prefix: [4, 2, 1] }\n", "sic: { prefix: [4, 2, 1] }\n  ¦hurt: { prefix: [1] }\n" },
        { "policy-hierarchy-order", "age_group: [0, 18, 65]", "age_group: [0, 19, 65]" },
        { "policy-hierarchy-order", "age_group: [0, 18, 65]", "age_group: [18, 0]" },
        { "policy-hierarchy-order", "sic: { prefix: [4, 2, 1] }", "¦sic: { prefix: [1, 2] }" },
        { "policy-hierarchy-order", "visited: { dates: [month, quarter, year] }", "¦visited: { dates: [month, year, quarter] }" },
        { "policy-hierarchy-order", "postcodes: [sector, district, area]", "postcodes: [area, sector]" },
        { "policy-hierarchy-order", "steps: [0.5, 1, 5]", "steps: [1, 1.5]" },
        { "policy-hierarchy-number", "steps: [0.5, 1, 5]", "steps: [¦0.55, 1.1]" },
        { "policy-level-name", "names: [region, country]", "names: [region, ¦District]" },
        { "policy-level-name", "seen_on: day", "all: day" },

        // Tables
        { "policy-release-name", "- name: casualties-by-month", "- name: ¦casualties-by-age" },
        { "policy-unknown-level", "age: [age, age_band, all]", "age: [age, ¦age_bands, all]" },
        { "policy-level-order", "age: [age, age_band, all]", "age: [age_band, ¦age, all]" },
        { "policy-release-role", "by: [visited, hurt]", "by: [visited, ¦illness]" },
        { "policy-release-role", "by: [visited, hurt]", "by: [visited, ¦person_id]" },
        { "policy-release-role", "by: [visited, hurt]", "by: [visited, ¦note]" },
        { "policy-release-role", "{ sum: spend }", "{ sum: ¦rate }" },
        { "policy-repeated-measure", "measures: [count, ", "measures: [count, { sum: spend }, " },
        { "policy-measure-decimals", "{ sum: spend }", "{ sum: spend, decimals: ¦2 }" },
        { "policy-measure-decimals", "{ sum: spend }", "{ sum: spend, decimals: ¦0 }" },
        { "policy-release-role", "{ sum: spend }", "{ ratio: [spend, ¦rate] }" },
        { "policy-length", "{ sum: spend }", "{ ¦ratio: [spend] }" },
        { "policy-measure-of", "{ sum: spend }", "{ sum: spend }, ¦{ share: count }" },
        { "policy-measure-of", "{ sum: spend }", "{ sum: spend }, { share: spend, of: ¦sex }" },
        { "policy-measure-of", "{ sum: spend }", "{ sum: spend, of: ¦age }" },
        { "policy-measure-at", "{ sum: spend }", "{ sum: spend }, ¦{ quantile: spend }" },
        { "policy-measure-at", "{ sum: spend }", "{ sum: spend }, { quantile: spend, at: ¦1 }" },
        { "policy-measure-at", "{ sum: spend }", "{ sum: spend, at: ¦0.5 }" },
        { "policy-value-range", "{ sum: spend }", "{ sum: spend }, { quantile: spend, at: ¦0 }" },
        { "policy-cost", "cost: spend", "cost: ¦rate" },
        { "policy-weight", "respondent: person_id", "respondent: person_id\nweight: ¦spend" },
        { "policy-release-role", "respondent: person_id", "respondent: person_id\nweight: ¦age" },
        { "policy-unknown-column", "respondent: person_id", "respondent: person_id\nweight: ¦spent" },
        { "policy-group-key", "cost: spend", "cost: spend\n    groupDisclosure: [age, ¦hurt]" },
        { "policy-level-cost", "cost: spend", "cost: spend\n    levelCosts: { age: { age_band: 2, age_group: ¦3 } }" },
        { "policy-level-cost", "cost: spend", "cost: spend\n    levelCosts: { sic: { all: ¦keep } }" },
        { "policy-value-choice", "cost: spend", "cost: spend\n    levelCosts: { age: { all: ¦kept } }" },
        { "policy-value-range", "cost: spend", "cost: spend\n    levelCosts: { age: { all: ¦0 } }" },
        { "policy-chart-column", "by: visited }", "by: ¦month }" },
        { "policy-chart-column", "by: visited }", "by: visited, split: ¦visited }" },
        { "policy-chart-column", "by: visited }", "by: visited, split: hurt, measure: ¦spend_sum }" },
        { "policy-chart-total", "totalMark: Everyone", "totalMark: Everyone\n    ¦chart: { kind: bar, by: region }" },
        { "policy-total-mark", "totalMark: Everyone", "totalMark: ¦E01" },

        // Rules of tables
        { "policy-missing-key", "  - name: casualties-by-month\n    kind: table\n    audience: public\n    by: [visited, hurt]\n    threshold: 10\n", "  - ¦name: casualties-by-month\n    kind: table\n    audience: public\n    by: [visited, hurt]\n" },
        { "policy-value-choice", "    threshold: 10", "    preset: ¦acros" },
        { "policy-unknown-key", "    cost: spend", "    cost: spend\n    rules: { ¦p-percent: 10% }" },
        { "policy-value-range", "    cost: spend", "    cost: spend\n    rules: { dominance: { n: ¦0, k: 80% } }" },
        { "policy-value-range", "    cost: spend", "    cost: spend\n    rules: { safetyRange: { share: 10%, least: ¦0 } }" },
        { "policy-rule-share", "    cost: spend", "    cost: spend\n    rules: { dominance: { n: 1, k: ¦100% } }" },
        { "policy-rule-share", "    cost: spend", "    cost: spend\n    rules: { dominance: [{ n: 1, k: 80% }, { n: 2, k: ¦0% }] }" },
        { "policy-rule-share", "    cost: spend", "    cost: spend\n    rules: { pPercent: ¦0% }" },
        { "policy-rule-share", "    cost: spend", "    cost: spend\n    rules: { priorPosterior: { p: ¦50%, q: 50% } }" },
        { "policy-rules-without-measure", "    threshold: 10", "    threshold: 10\n    ¦rules: { pPercent: 10% }" },
    };

    /// <summary>As above, for a policy of tables with sampling weights.</summary>
    public static TheoryData<string, string, string> MistakesInWeightedTables => new()
    {
        { "policy-weighted-quantile", "{ sum: spend }", "{ sum: spend }, ¦{ quantile: spend, at: 0.5 }" },
        { "policy-weighted-quantile", "    by: [visited, hurt]", "    measures: [count, ¦{ quantile: weight, at: 0.9 }]\n    by: [visited, hurt]" },
    };

    /// <summary>As above, for a policy of tables whose counts are rounded.</summary>
    public static TheoryData<string, string, string> MistakesInRoundedTables => new()
    {
        { "policy-value-choice", "method: random, base: 5, key: rounding", "method: ¦randomly, base: 5, key: rounding" },
        { "policy-value-range", "method: random, base: 5, key: rounding", "method: random, base: ¦1, key: rounding" },
        { "policy-missing-key", "rounding: { method: random, base: 5, key: rounding }", "¦rounding: { method: random, key: rounding }" },
        { "policy-rounding-key", "rounding: { method: random, base: 5, key: rounding }", "¦rounding: { method: random, base: 5 }" },
        { "policy-rounding-key", "rounding: { method: random, base: 5, key: rounding }", "¦rounding: { method: conventional, base: 5, key: rounding }" },
        { "policy-small-count-threshold", "threshold: 5\n    rounding: { method: random, base: 5, key: rounding }", "threshold: ¦5\n    rounding: { method: small-count, base: 5 }" },
        { "policy-rounding-and-cell-key", "    rounding: {", "    ¦cellKey: { table: noise.csv, key: records }\n    rounding: {" },
        { "policy-cell-key-respondent", "rounding: { method: random, base: 5, key: rounding }", "¦cellKey: { table: noise.csv, key: records }" },
        { "policy-missing-key", "rounding: { method: random, base: 5, key: rounding }", "¦cellKey: { table: noise.csv }" },
        { "policy-value-form", "rounding: { method: random, base: 5, key: rounding }", "cellKey: { table: ¦../noise.csv, key: records }" },
        { "policy-value-range", "rounding: { method: random, base: 5, key: rounding }", "cellKey: { table: noise.csv, key: records, repeats: ¦0 }" },
        { "policy-perturbed-measures", "    threshold: 5", "    ¦measures: [count, { sum: spend }]\n    threshold: 5" },
        { "policy-perturbed-zeros", "    threshold: 5", "    zeros: ¦protected\n    threshold: 4" },
        { "policy-perturbed-zeros", "    threshold: 5", "    ¦groupDisclosure: [sex]\n    threshold: 4" },
        { "policy-mixed-perturbation", "key: rounding }\n", "key: rounding }\n  - { name: more, kind: table, audience: public, by: [sex], threshold: 5, ¦rounding: { method: conventional, base: 5 } }\n" },
        { "policy-preset-rounding", "threshold: 5\n    rounding: { method: random, base: 5, key: rounding }", "preset: opensafely\n    ¦rounding: { method: conventional, base: 3 }" },
    };

    /// <summary>As above, for a policy of records.</summary>
    public static TheoryData<string, string, string> MistakesInRecords => new()
    {
        { "policy-value-range", "k: 5", "k: ¦1" },
        { "policy-value-range", "suppressionLimit: 2%", "suppressionLimit: ¦101%" },
        { "policy-value-kind", "suppressionLimit: 2%", "suppressionLimit: ¦\"0.02\"" },
        { "policy-release-role", "columns: [age, sex, illness, income]", "columns: [age, sex, illness, income, ¦spend]" },
        { "policy-unknown-column", "columns: [age, sex, illness, income]", "columns: [age, sex, illness, income, ¦cost]" },
        { "policy-diversity-column", "{ column: income,", "{ column: ¦illness," },
        { "policy-diversity-column", "{ column: income,", "{ column: ¦age," },
        { "policy-unknown-column", "{ column: income,", "{ column: ¦incme," },
        { "policy-diversity-number", "- { column: illness, kind: recursive, l: 3, c: 2.5 }", "- ¦{ column: illness, kind: recursive, l: 3 }" },
        { "policy-diversity-number", "- { column: illness, kind: recursive, l: 3, c: 2.5 }", "- ¦{ column: illness, kind: distinct, l: 3.5 }" },
        { "policy-value-range", "l: 2.5", "l: ¦1" },
        { "policy-records-key", "weights: { age: 2 }", "weights: { illness: ¦2 }" },
        { "policy-unknown-level", "levels: { age: [age_5, all]", "levels: { age: [¦age_7, all]" },
        { "policy-level-order", "levels: { age: [age_5, all]", "levels: { age: [all, ¦age_5]" },
        { "policy-length", "levels: { age: [age_5, all]", "levels: { ¦age: [age_5]" },
        { "policy-respondent-ambiguous", "respondent: row\ncolumns:\n", "respondent: ¦row\ncolumns:\n  row: { type: text, role: drop }\n" },
        { "policy-parquet-key", "respondent: row", "file: { format: parquet, delimiter: ¦; }\nrespondent: row" },
        {
            "policy-several-records",
            "    levels: { age: [age_5, all], sex: sex }\n",
            "  - { name: more, kind: ¦records, audience: partners, columns: [age], k: 5 }\n"
        },
        {
            "policy-records-beside-table",
            "columns: [age, sex, illness, income]",
            "¦columns: [age, sex, illness, income]"
        },
    };

    [Theory]
    [MemberData(nameof(MistakesInTables))]
    public void A_mistake_in_a_policy_of_tables_is_found_where_it_stands(string code, string old, string marked) =>
        Check(Some.Tables, code, old, marked);

    [Theory]
    [MemberData(nameof(MistakesInWeightedTables))]
    public void A_mistake_in_a_policy_of_weighted_tables_is_found_where_it_stands(string code, string old, string marked) =>
        Check(Some.Weighted, code, old, marked);

    [Theory]
    [MemberData(nameof(MistakesInRoundedTables))]
    public void A_mistake_in_a_policy_of_rounded_tables_is_found_where_it_stands(string code, string old, string marked) =>
        Check(Some.Rounded, code, old, marked);

    [Theory]
    [MemberData(nameof(MistakesInRecords))]
    public void A_mistake_in_a_policy_of_records_is_found_where_it_stands(string code, string old, string marked)
    {
        var policy = code == "policy-records-beside-table"
            ? Some.Records + "  - { name: by-age, kind: table, audience: partners, by: [age], threshold: 5 }\n"
            : Some.Records;
        Check(policy, code, old, marked);
    }

    private static void Check(string policy, string code, string old, string marked)
    {
        var (findings, places) = Some.ReadMarked(Some.With(policy, old, marked));

        var finding = Assert.Single(findings);
        Assert.Equal(code, finding.Code.Id);
        if (places.Count > 0)
        {
            Assert.Equal(places.Single(), finding.Place);
        }
    }
}
