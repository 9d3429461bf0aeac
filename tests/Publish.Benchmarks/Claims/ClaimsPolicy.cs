using System.Globalization;

namespace Publish.Benchmarks.Claims;

/// <summary>The policies of the two files of claims. Every column is checked: its type, and its bounds, form or values.</summary>
internal static class ClaimsPolicy
{
    /// <summary>The release's name, and so its files'.</summary>
    public const string Release = "claims-by-person";

    /// <summary>The respondents a published cell has at least.</summary>
    public const int Threshold = 5;

    /// <summary>Writes the policy.</summary>
    /// <param name="variant">Who the respondents are.</param>
    /// <returns>YAML.</returns>
    public static string Write(ClaimsVariant variant)
    {
        var number = ClaimsShape.NumberColumn(variant);
        var isRow = variant == ClaimsVariant.Row;
        return string.Create(CultureInfo.InvariantCulture, $$"""
            policy: 1
            agency: benchmark
            dataset: claims
            title: Claims for support
            description: Synthetic claims, made from a seed to measure speed and memory.
            catalogue:
              licence: OGL-UK-3.0
              contactPoint: { contactName: The benchmark, email: benchmark@example.org }
              creator: The benchmark
            agreement:
              id: benchmark-1
              name: Measuring speed
              status: active
              purpose: To measure speed and memory on synthetic claims.
              lawfulBasis: 6(1)(e)
              controllers: [The benchmark]
              recipients: [public]
              discloses:
                {{(isRow ? "" : number + ": counts each claimant once\n    ")}}region: a dimension of the table
                age: a dimension of the table
                sex: a dimension of the table
                activity: a dimension of the table
                income: summed in the table
              retention: P0D
              dpia: { reference: benchmark-1, date: 2020-01-01, outcome: not-required }
              starts: 2020-01-01
            respondent: {{(isRow ? "row" : number)}}
            columns:
              {{number}}:
                { type: integer, role: {{(isRow ? "drop" : "identifier")}}, required: true, min: {{ClaimsShape.FirstNumber}}, max: {{ClaimsShape.LastNumber}} }
              region:
                { type: text, role: key, required: true, values: [{{string.Join(", ", ClaimsShape.Regions)}}] }
              age: { type: integer, role: key, required: true, min: 0, max: {{ClaimsShape.GreatestAge}} }
              sex: { type: text, role: key, required: true, values: [{{string.Join(", ", ClaimsShape.Sexes)}}] }
              activity:
                { type: text, role: key, required: true, values: [{{string.Join(", ", ClaimsShape.Activities)}}] }
              income: { type: decimal, decimals: 2, role: measure, required: true, min: 0, max: 100000 }
              rent: { type: decimal, decimals: 2, role: drop, required: true, min: 0, max: 2500 }
              occupation: { type: text, role: drop, required: true, pattern: '[1-9][0-9]{3}' }
              claimed:
                { type: date, role: drop, required: true, min: {{ClaimsShape.FirstDay:yyyy-MM-dd}}, max: {{ClaimsShape.FirstDay.AddDays(ClaimsShape.Days - 1):yyyy-MM-dd}} }
              note: { type: text, role: drop }
            releases:
              - name: {{Release}}
                kind: table
                audience: public
                by: [{{string.Join(", ", ClaimsShape.Keys)}}]
                measures: [count, { sum: income }]
                threshold: {{Threshold}}

            """);
    }
}
