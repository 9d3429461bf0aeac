using Publish.Codes;

namespace Publish.Policies.Tests;

/// <summary>Policies to start from, and ways to read them.</summary>
internal static class Some
{
    public const string File = "road-casualties.yaml";

    /// <summary>Marks, in an edited policy, where the finding must point; it is taken out before reading.</summary>
    public const char Mark = '¦';

    /// <summary>A policy of tables that uses nearly every key.</summary>
    public const string Tables = """
        # yaml-language-server: $schema=../docs/policy.schema.json
        policy: 1
        agency: northshire-council
        dataset: road-casualties
        title: Road casualties in Northshire
        description: Everyone hurt on the county's roads.
        catalogue:
          licence: OGL-UK-3.0
          contactPoint: { contactName: Road safety team, email: roads@northshire.example }
          creator: Northshire Council
          publisher: Northshire Open Data
          updateFrequency: monthly
          keyword: [roads, casualties]
          theme: [transport]
          spatial: [Northshire]
        agreement:
          id: DSA-2026-014
          name: Road casualty sharing
          status: active
          version: 1.0
          purpose: to make roads safer
          objective: fewer casualties
          benefits: everyone on the road
          gateway: { act: Digital Economy Act 2017, section: 35, objective: safer travel }
          lawfulBasis: 6(1)(e)
          specialCategory: 9(2)(j)
          controllers: [Northshire Council]
          processors: [Data Bureau]
          recipients: [public, partners]
          discloses:
            person_id: to count people
            age: to compare age groups
            district: to find places
            sex: to compare
            sic: to compare trades
            visited: to see trends
            postcode: to find places
            spend: to know the cost
            illness: to help
            seen: to see trends
            rate: to compare
            hurt: to compare
          method: secure upload
          areas: [Northshire]
          retention: P1Y2M3W4D
          dpia: { reference: DPIA-77, date: 2026-01-10, outcome: approved }
          starts: 2026-01-15
          ends: 2028-12-31
          reviews: [2027-01-15]
          contact: { name: Sam Field, email: sam@northshire.example }
        file:
          format: csv
          encoding: windows-1252
          delimiter: ";"
          decimalMark: ","
          dateFormat: dd/MM/yyyy
          timestampFormat: yyyy-MM-dd HH:mm
          compression: gzip
          missing: ["", NA]
          maximumRecordBytes: 4096
          maximumBytes: 1000000
        respondent: person_id
        columns:
          person_id: { type: text, role: identifier, required: true, unique: true }
          age: { type: integer, role: key, min: 0, max: 120, title: Age, description: Age in years }
          district: { type: text, role: key, pattern: 'E\d{2}', values: [E01, E02] }
          sex: { type: text, role: key, values: [f, m, x] }
          sic: { type: text, role: key }
          visited: { type: date, role: key, min: 2020-01-01, max: 2030-12-31 }
          postcode: { type: text, role: key, missing: [unknown] }
          spend: { type: decimal, decimals: 2, role: measure, min: -10.5, max: 99999.99 }
          illness: { type: text, role: sensitive, specialCategory: true }
          seen: { type: timestamp, role: key, min: "2020-01-01T00:00:00" }
          rate: { type: decimal, decimals: 1, role: key }
          hurt: { type: boolean, role: key, trueValues: [ja], falseValues: [nein] }
          note: { type: text, role: drop }
        hierarchies:
          age: { intervals: { age_band: [0, 18, 30, 45, 65], age_group: [0, 18, 65] } }
          rate: { steps: [0.5, 1, 5] }
          district: { levels: { file: districts.csv, names: [region, country] } }
          visited: { dates: [month, quarter, year] }
          seen: { dates: { seen_on: day, seen_in: year } }
          sic: { prefix: [4, 2, 1] }
          postcode: { postcodes: [sector, district, area] }
        releases:
          - name: casualties-by-age
            kind: table
            audience: public
            title: Casualties by age
            description: By age and place
            by: { age: [age, age_band, all], district: [region, all], sex: [sex] }
            measures: [count, { sum: spend }, { mean: spend, decimals: 1 }]
            threshold: 5
            publishThreshold: true
            zeros: protected
            cost: spend
            totalMark: Everyone
          - name: casualties-by-month
            kind: table
            audience: public
            by: [visited, hurt]
            threshold: 10
            chart: { kind: line, by: visited }

        """;

    /// <summary>The same with sampling weights.</summary>
    public static string Weighted { get; } = With(Tables, "respondent: person_id", "respondent: person_id\nweight: weight")
        .Replace("  note: { type: text, role: drop }", "  note: { type: text, role: drop }\n  weight: { type: decimal, decimals: 3, role: measure, required: true, min: 0.001 }", StringComparison.Ordinal)
        .Replace("    spend: to know the cost", "    spend: to know the cost\n    weight: to count everyone", StringComparison.Ordinal);

    /// <summary>A policy of a table whose counts are hidden and then rounded.</summary>
    public const string Rounded = """
        policy: 1
        agency: northshire-council
        dataset: road-casualties
        title: Road casualties
        description: Everyone hurt on the county's roads.
        catalogue:
          licence: OGL-UK-3.0
          contactPoint: { contactName: Road safety team, email: roads@northshire.example }
          creator: Northshire Council
        respondent: row
        columns:
          age: { type: integer, role: key }
          sex: { type: text, role: key }
          spend: { type: integer, role: measure }
        releases:
          - name: casualties
            kind: table
            audience: public
            by: [age, sex]
            threshold: 5
            rounding: { method: random, base: 5, key: rounding }

        """;

    /// <summary>A policy of records.</summary>
    public const string Records = """
        policy: 1
        agency: northshire-council
        dataset: road-casualties
        title: Road casualties
        description: Everyone hurt on the county's roads.
        catalogue:
          licence: OGL-UK-3.0
          contactPoint: { contactName: Road safety team, email: roads@northshire.example }
          creator: Northshire Council
        respondent: row
        columns:
          age: { type: integer, role: key }
          sex: { type: text, role: key }
          illness: { type: text, role: sensitive }
          income: { type: integer, role: sensitive }
          spend: { type: integer, role: measure }
        hierarchies:
          age: { steps: [5, 10] }
        releases:
          - name: casualties-records
            kind: records
            audience: partners
            columns: [age, sex, illness, income]
            k: 5
            diversity:
              - { column: illness, kind: recursive, l: 3, c: 2.5 }
              - { column: income, kind: entropy, l: 2.5 }
            suppressionLimit: 2%
            metric: entropy
            weights: { age: 2 }
            levels: { age: [age_5, all], sex: sex }

        """;

    /// <summary>A base policy with one place edited; the place is there exactly once.</summary>
    public static string With(string policy, string old, string replacement)
    {
        Assert.True(policy.Split(old).Length == 2, $"'{old}' is there {policy.Split(old).Length - 1} times.");
        return policy.Replace(old, replacement, StringComparison.Ordinal);
    }

    /// <summary>Reads a policy whose marks say where findings must point; returns those places too.</summary>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> Places) ReadMarked(string marked)
    {
        var places = new List<string>();
        var (line, column) = (1, 1);
        foreach (var character in marked)
        {
            if (character == Mark)
            {
                places.Add($"{File}:{line}:{column}");
            }
            else
            {
                (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
            }
        }

        var text = marked.Replace(Mark.ToString(), "", StringComparison.Ordinal);
        return (PolicyReader.Read(text, File).Findings, places);
    }

    public static Policy Policy(string text)
    {
        var reading = PolicyReader.Read(text, File);
        Assert.True(reading.IsRight, string.Join('\n', reading.Findings));
        return reading.Policy;
    }
}
