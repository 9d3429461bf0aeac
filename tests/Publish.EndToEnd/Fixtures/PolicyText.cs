namespace Publish.EndToEnd.Fixtures;

/// <summary>Writes policies that admit uploads.</summary>
internal static class PolicyText
{
    public const string Agency = "reference";
    public const string Dataset = "data";

    /// <summary>A key that is text.</summary>
    public const string Key = "{ type: text, role: key, required: true }";

    /// <summary>A policy.</summary>
    /// <param name="columns">The columns and what is declared of each.</param>
    /// <param name="rest">Hierarchies and releases.</param>
    /// <param name="file">How the file is written.</param>
    /// <param name="respondent">The respondent.</param>
    /// <param name="recipients">Who may receive what is released.</param>
    public static string Of(
        IReadOnlyDictionary<string, string> columns,
        string rest,
        string file = "{ format: csv }",
        string respondent = "row",
        string recipients = "[public]") =>
        $$"""
        policy: 1
        agency: {{Agency}}
        dataset: {{Dataset}}
        title: Reference data
        description: A dataset whose right answers are known.
        catalogue:
          licence: OGL-UK-3.0
          contactPoint: { contactName: Data team, email: data@reference.example }
          creator: Reference
        agreement:
          id: R-1
          name: Reference
          status: active
          purpose: to compare answers
          lawfulBasis: 6(1)(e)
          controllers: [Reference]
          recipients: {{recipients}}
          discloses: { {{string.Join(", ", columns.Keys.Select(column => $"{column}: compared"))}} }
          retention: P1D
          dpia: { reference: R-2, date: 2026-01-01, outcome: not-required }
          starts: 2026-01-01
        file: {{file}}
        respondent: {{respondent}}
        columns:
        {{string.Join("\n", columns.Select(column => $"  {column.Key}: {column.Value}"))}}
        {{rest}}

        """;

    /// <summary>A table of counts.</summary>
    public static string Table(string name, string by, int threshold, string more = "", string audience = "public") =>
        $"  - {{ name: {name}, kind: table, audience: {audience}, by: {by}, threshold: {threshold}{more} }}";
}
